package avatar.mouths.harvest;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Smoothstep;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.mouths.warp.Mask;
import avatar.mouths.warp.Rgb;
import avatar.mouths.warp.Sampler;
import avatar.mouths.warp.ThinPlate;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a mouth from another frame of the video to the reference frame: its place, its light, and at the edge of the
 * mask its form. There a dropped jaw blends into a shut one; otherwise both would be visible.
 */
final class Transplant {

    /** Between these radii of the mask the form changes to that of the reference frame. */
    private static final double OWN_FORM = 0.52;

    private static final double OTHER_FORM = 0.78;

    /** Points of the mesh between these radii define the form. */
    private static final double NEAREST = 0.7;

    private static final double FARTHEST = 1.3;

    /** Side of the squares, in eye distances, at whose corners the form is computed. */
    private static final double STEP = 0.06;

    private final Mask mask;
    private final PixelBox box;
    private final BgrImage reference;
    private final Face face;
    private final List<Integer> rim;

    Transplant(BgrImage reference, Face face, Mask mask, PixelBox box) {
        this.mask = mask;
        this.box = box;
        this.reference = reference;
        this.face = face;
        this.rim = rim(face, mask);
    }

    private static List<Integer> rim(Face face, Mask mask) {
        List<Integer> rim = new ArrayList<>();
        for (int i = 0; i < face.mesh().size(); i++) {
            double radius = mask.radius(face.at(i).x(), face.at(i).y());
            if (radius > NEAREST && radius < FARTHEST) {
                rim.add(i);
            }
        }
        return rim;
    }

    /**
     * The pixels of the box with that mouth.
     *
     * @param place from the reference frame onto the take's
     * @param brought the face of the take's frame, brought back from there
     */
    BgrImage inBox(Take take, Similarity place, Face brought) {
        Form form = new Form(brought);
        Sampler sampler = new Sampler(take.cutting().part());
        Rgb[] pixels = new Rgb[box.width() * box.height()];
        for (int i = 0; i < pixels.length; i++) {
            double x = box.x() + i % box.width() + 0.5;
            double y = box.y() + i / box.width() + 0.5;
            Point from = form.at(x, y);
            Rgb colour = sampler.at(new Point(
                    place.x(from.x(), from.y()) - take.cutting().x(),
                    place.y(from.x(), from.y()) - take.cutting().y()));
            pixels[i] = new Rgb(
                    colour.red() / take.gain().get(0),
                    colour.green() / take.gain().get(1),
                    colour.blue() / take.gain().get(2));
        }
        return new BorderMatch(reference, mask, box).matched(pixels);
    }

    /** Maps each place of the reference frame to its source in the brought face. */
    private final class Form {

        private final int step = Math.max(2, (int) Math.round(STEP * face.eyeDistance()));
        private final int columns = box.width() / step + 2;
        private final Point[] shifts = new Point[columns * (box.height() / step + 2)];

        Form(Face brought) {
            List<Point> here = rim.stream().map(face::at).toList();
            List<Point> there = rim.stream().map(brought::at).toList();
            ThinPlate plate = new ThinPlate(here, there);
            for (int i = 0; i < shifts.length; i++) {
                Point at = new Point(box.x() + i % columns * step, box.y() + i / columns * step);
                double radius = mask.radius(at.x(), at.y());
                double share = Smoothstep.of((radius - OWN_FORM) / (OTHER_FORM - OWN_FORM));
                shifts[i] = plate.map(at.x(), at.y()).minus(at).times(share);
            }
        }

        Point at(double x, double y) {
            double across = (x - box.x()) / step;
            double down = (y - box.y()) / step;
            int column = (int) across;
            int row = (int) down;
            int at = row * columns + column;
            double right = across - column;
            double below = down - row;
            Point upper = shifts[at].times(1 - right).plus(shifts[at + 1].times(right));
            Point lower = shifts[at + columns].times(1 - right).plus(shifts[at + columns + 1].times(right));
            return new Point(x, y).plus(upper.times(1 - below)).plus(lower.times(below));
        }
    }
}
