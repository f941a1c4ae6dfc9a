package avatar.setup.warp;

import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.setup.face.Face;
import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Bends the mouth of one picture to a viseme.
 *
 * <p>The mouth is torn at the seam of the lips: what is above it follows the upper lip, what is below it the lower lip and
 * the jaw, each by a thin-plate spline that stands still around the mouth box. Between the lips {@link MouthInterior} paints.
 */
public final class MouthWarp {

    /** Half axes of the mouth box's ellipse against the lips at rest: wide open they stay where the mask is whole. */
    private static final double HALF_WIDTH_OF_MOUTHS = 0.98;

    private static final double ABOVE = 0.30;
    private static final double BELOW = 0.48;

    /** How much of the opening the jaw makes is seen at the chin. */
    private static final double CHIN_FOLLOWS = 0.45;

    private static final int[] CHIN = {148, 152, 377, 176, 400};

    /** The foot of the nose: it stands still. */
    private static final int[] NOSE = {2, 97, 326, 98, 327};

    private static final int ANCHORS = 28;

    private final BgrImage picture;
    private final FaceFrame frame;
    private final Lips lips;
    private final PixelBox box;
    private final List<Point> chin;
    private final List<Point> nose;
    private final Rgb skin;
    private final Rgb lipColour;
    private final Sampler sampler;

    /** @param picture a face with its mouth shut, the lips at rest */
    public MouthWarp(BgrImage picture, Face face) {
        this.picture = picture;
        this.frame = FaceFrame.of(face);
        this.lips = Lips.of(face, frame);
        this.box = mouthBox();
        this.chin = face.at(CHIN).stream().map(frame::toFace).toList();
        this.nose = face.at(NOSE).stream().map(frame::toFace).toList();
        this.sampler = new Sampler(picture);
        this.skin = skinColour();
        this.lipColour = lipColour();
    }

    /** Where the patches lie in the picture, in whole pixels, cut at the picture's edge. */
    public PixelBox box() {
        return box;
    }

    private PixelBox mouthBox() {
        double halfWidth = HALF_WIDTH_OF_MOUTHS
                * (lips.outerUpper().getLast().x()
                        - lips.outerUpper().getFirst().x());
        double minX = Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (double[] corner :
                new double[][] {{-halfWidth, -ABOVE}, {halfWidth, -ABOVE}, {-halfWidth, BELOW}, {halfWidth, BELOW}}) {
            Point p = frame.toPicture(new Point(corner[0], corner[1]));
            minX = Math.min(minX, p.x());
            minY = Math.min(minY, p.y());
            maxX = Math.max(maxX, p.x());
            maxY = Math.max(maxY, p.y());
        }
        int left = Math.clamp((int) Math.floor(minX), 0, picture.width() - 1);
        int top = Math.clamp((int) Math.floor(minY), 0, picture.height() - 1);
        int right = Math.clamp((int) Math.ceil(maxX), left + 1, picture.width());
        int bottom = Math.clamp((int) Math.ceil(maxY), top + 1, picture.height());
        return new PixelBox(left, top, right - left, bottom - top);
    }

    /** The patch of a viseme: as large as the box, opaque under the soft mask. */
    public BufferedImage patch(Viseme viseme) {
        MouthShape shape = MouthShape.of(viseme);
        Lips target = lips.shaped(shape);
        Scene scene = new Scene(shape, target);
        Mask mask = Mask.of(box);
        BufferedImage patch = new BufferedImage(box.width(), box.height(), BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < box.height(); row++) {
            for (int column = 0; column < box.width(); column++) {
                Point place = new Point(box.x() + column + 0.5, box.y() + row + 0.5);
                int alpha = Math.toIntExact(Math.round(255 * mask.at(place.x(), place.y())));
                patch.setRGB(column, row, argb(alpha, scene.at(frame.toFace(place))));
            }
        }
        return patch;
    }

    static int argb(int alpha, Rgb colour) {
        return alpha << 24
                | Math.toIntExact(Math.round(colour.red())) << 16
                | Math.toIntExact(Math.round(colour.green())) << 8
                | Math.toIntExact(Math.round(colour.blue()));
    }

    /** The face with its mouth in one shape. */
    private final class Scene {

        private final ThinPlate above;
        private final ThinPlate below;
        private final MouthInterior.Opening opening;
        private final MouthInterior interior;
        private final boolean shut;
        private final double pixel = 1 / frame.unit();

        Scene(MouthShape shape, Lips target) {
            above = new Plate()
                    .carry(target.outerUpper(), lips.outerUpper())
                    .carry(target.innerUpper(), lips.innerUpper())
                    .carry(nose, nose)
                    .anchored();
            below = new Plate()
                    .carry(target.outerLower(), lips.outerLower())
                    .carry(target.innerLower(), lips.innerLower())
                    .carry(lowered(chin, shape.drop() * CHIN_FOLLOWS), chin)
                    .anchored();
            opening = new MouthInterior.Opening(new Curve(target.innerUpper()), new Curve(target.innerLower()));
            interior = new MouthInterior(shape.inside(), opening, pixel, skin, lipColour);
            shut = shape.open() == 0;
        }

        Rgb at(Point face) {
            double upper = opening.upper().at(face.x());
            double lower = opening.lower().at(face.x());
            Rgb skinHere = lipsAndSkin(face, (upper + lower) / 2);
            double cover = shut ? 0 : cover(face, upper, lower);
            return cover == 0 ? skinHere : skinHere.mix(interior.at(face.x(), face.y()), cover);
        }

        /** How much of the pixel lies between the lips. */
        private double cover(Point face, double upper, double lower) {
            if (face.x() <= opening.upper().left()
                    || face.x() >= opening.upper().right()) {
                return 0;
            }
            double inUpper = Math.clamp((face.y() - upper) / pixel + 0.5, 0, 1);
            double inLower = Math.clamp((lower - face.y()) / pixel + 0.5, 0, 1);
            return Math.min(inUpper, inLower);
        }

        /** Beyond the corners the two halves pass into each other over a band that widens with the distance. */
        private Rgb lipsAndSkin(Point face, double seam) {
            double beyond = Math.abs(face.x() - opening.middle()) - opening.halfWidth();
            double band = Math.max(0, beyond) * 0.8;
            double share = band == 0
                    ? (face.y() < seam ? 0 : 1)
                    : MouthInterior.smoothstep(Math.clamp((face.y() - seam) / (2 * band) + 0.5, 0, 1));
            if (share == 0) {
                return source(above.map(face.x(), face.y()));
            }
            if (share == 1) {
                return source(below.map(face.x(), face.y()));
            }
            Point a = above.map(face.x(), face.y());
            Point b = below.map(face.x(), face.y());
            return source(a.times(1 - share).plus(b.times(share)));
        }

        private Rgb source(Point face) {
            return sampler.at(frame.toPicture(face));
        }
    }

    private static List<Point> lowered(List<Point> points, double by) {
        return points.stream().map(point -> point.plus(new Point(0, by))).toList();
    }

    /** A thin plate in the making: from where a point is shown to where it is at rest. */
    private final class Plate {

        private final List<Point> from = new ArrayList<>();
        private final List<Point> to = new ArrayList<>();

        Plate carry(List<Point> shown, List<Point> atRest) {
            from.addAll(shown);
            to.addAll(atRest);
            return this;
        }

        /** Leaves an ellipse around the mouth where it is, but where a point close by says otherwise. */
        ThinPlate anchored() {
            int points = from.size();
            for (int i = 0; i < ANCHORS; i++) {
                double angle = 2 * Math.PI * i / ANCHORS;
                Point anchor = frame.toFace(new Point(
                        box.x() + box.width() * (0.5 + 0.54 * Math.cos(angle)),
                        box.y() + box.height() * (0.5 + 0.54 * Math.sin(angle))));
                if (to.subList(0, points).stream().allMatch(point -> point.distanceTo(anchor) > 0.08)) {
                    from.add(anchor);
                    to.add(anchor);
                }
            }
            return new ThinPlate(from, to);
        }
    }

    /** Mean of the skin beside and below the mouth. */
    private Rgb skinColour() {
        Rgb sum = Rgb.grey(0);
        double[][] places = {{-0.42, 0}, {0.42, 0}, {-0.3, 0.22}, {0.3, 0.22}, {-0.38, -0.15}, {0.38, -0.15}};
        for (double[] place : places) {
            Rgb here = sampler.at(frame.toPicture(new Point(place[0], place[1])));
            sum = new Rgb(sum.red() + here.red(), sum.green() + here.green(), sum.blue() + here.blue());
        }
        return sum.times(1.0 / places.length);
    }

    /** Mean of the middle of both lips. */
    private Rgb lipColour() {
        Rgb sum = Rgb.grey(0);
        int count = 0;
        for (int i = 3; i <= 7; i++) {
            for (Point place : List.of(
                    lips.outerUpper().get(i).plus(lips.innerUpper().get(i)).times(0.5),
                    lips.outerLower().get(i).plus(lips.innerLower().get(i)).times(0.5))) {
                Rgb here = sampler.at(frame.toPicture(place));
                sum = new Rgb(sum.red() + here.red(), sum.green() + here.green(), sum.blue() + here.blue());
                count++;
            }
        }
        return sum.times(1.0 / count);
    }
}
