package avatar.mouths.warp;

import avatar.contract.viseme.Smoothstep;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Warps a face to a mouth shape: maps each place of the warped face to its source in the picture.
 *
 * <p>The map is torn at the seam of the lips: above, it follows the upper lip, below, the lower lip and the jaw, each
 * by a thin-plate spline. Beyond the corners of the mouth the two blend over a band that widens with the distance.
 * Where the mask fades, the shift does.
 */
final class FaceBend {

    /** Side of the squares in eye distances: fine enough for the bow of a lip. */
    private static final double STEP = 0.024;

    private static final int ANCHORS = 28;
    private static final double ANCHORS_AT = 1.0;

    /** Minimum distance of an anchor from a point that moves. */
    private static final double CLEAR = 0.08;

    /** Between these radii of the mask the shift fades to nothing. */
    private static final double FADES_FROM = 0.60;

    private static final double FADES_TO = 0.93;

    private static final double BAND = 0.8;

    private static final Point NONE = new Point(0, 0);

    private final RestingFace face;
    private final MouthPlace place;
    private final MouthInterior.Gap gap;
    private final Field above;
    private final Field below;

    FaceBend(RestingFace face, Lips target, MouthPlace place) {
        this.face = face;
        this.place = place;
        this.gap = MouthInterior.Gap.of(target, face.frame());
        this.above = field(upperPlate(target), 1);
        this.below = field(lowerPlate(target), -1);
    }

    MouthInterior.Gap gap() {
        return gap;
    }

    /** The shift, in pixels, from a place in the picture, {@code here} in face coordinates, to its source. */
    Point shift(Point picture, Point here) {
        double share = belowSeam(here);
        if (share == 0) {
            return shift(above, picture);
        }
        if (share == 1) {
            return shift(below, picture);
        }
        return shift(above, picture).times(1 - share).plus(shift(below, picture).times(share));
    }

    /**
     * The part of the pixel around {@code here} that lies below the tear: 0 or 1 except on the tear itself. Beyond
     * the corners there is no tear.
     */
    double belowTear(Point here) {
        return band(here.x()) > 0 ? 0 : Math.clamp((here.y() - seam(here.x())) / gap.pixel() + 0.5, 0, 1);
    }

    Point shiftAbove(Point picture) {
        return shift(above, picture);
    }

    Point shiftBelow(Point picture) {
        return shift(below, picture);
    }

    private static Point shift(Field field, Point picture) {
        return new Point(field.shiftX(picture.x(), picture.y()), field.shiftY(picture.x(), picture.y()));
    }

    private double belowSeam(Point here) {
        double fromSeam = here.y() - seam(here.x());
        double band = band(here.x());
        if (band == 0) {
            return fromSeam < 0 ? 0 : 1;
        }
        return Smoothstep.of(fromSeam / (2 * band) + 0.5);
    }

    private double seam(double x) {
        return (gap.upper().at(x) + gap.lower().at(x)) / 2;
    }

    /** Half the height of the band in which the halves blend. */
    private double band(double x) {
        return Math.max(0, Math.abs(x - gap.middle()) - gap.halfWidth()) * BAND;
    }

    /** @param side 1: above the seam; -1: below it */
    private Field field(ThinPlate plate, int side) {
        FaceFrame frame = face.frame();
        int step = Math.max(2, (int) Math.round(STEP * frame.unit()));
        return new Field(place.box(), step, picture -> {
            double radius = place.mask().radius(picture.x(), picture.y());
            Point here = frame.toFace(picture);
            if (radius >= FADES_TO || side * (here.y() - seam(here.x())) > band(here.x()) + 3 * STEP) {
                return NONE;
            }
            double share = Smoothstep.of((FADES_TO - radius) / (FADES_TO - FADES_FROM));
            return frame.toPicture(plate.map(here.x(), here.y())).minus(picture).times(share);
        });
    }

    private ThinPlate upperPlate(Lips target) {
        Plate plate = new Plate();
        plate.carry(target.outerUpper(), face.lips().outerUpper());
        plate.carry(target.innerUpper(), face.lips().innerUpper());
        plate.carry(face.nose(), face.nose());
        return plate.anchored();
    }

    private ThinPlate lowerPlate(Lips target) {
        RestingFace.Drop drop = face.drop(target);
        Plate plate = new Plate();
        plate.carry(target.outerLower(), face.lips().outerLower());
        plate.carry(target.innerLower(), face.lips().innerLower());
        plate.carry(
                face.chin().stream().map(point -> point.lowered(drop)).toList(),
                face.chin().stream().map(RestingFace.Follower::place).toList());
        return plate.anchored();
    }

    /** Builds a thin plate: from the shown place of a point to its place at rest. */
    private final class Plate {

        private final List<Point> from = new ArrayList<>();
        private final List<Point> to = new ArrayList<>();

        void carry(List<Point> shown, List<Point> atRest) {
            from.addAll(shown);
            to.addAll(atRest);
        }

        /** Fixes an ellipse around the mouth, except near points that move. */
        ThinPlate anchored() {
            List<Point> moving = List.copyOf(to);
            for (int i = 0; i < ANCHORS; i++) {
                Point anchor = face.frame().toFace(place.mask().place(ANCHORS_AT, 2 * Math.PI * i / ANCHORS));
                if (moving.stream().allMatch(point -> point.distanceTo(anchor) > CLEAR)) {
                    from.add(anchor);
                    to.add(anchor);
                }
            }
            return new ThinPlate(from, to);
        }
    }
}
