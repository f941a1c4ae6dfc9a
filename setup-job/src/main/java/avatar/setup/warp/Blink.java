package avatar.setup.warp;

import avatar.contract.bundle.PixelBox;
import avatar.setup.face.Face;
import avatar.setup.face.Point;
import avatar.setup.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Shuts the eyes of one picture: the skin below the brow is drawn down over the eye, with a line of lashes at its end. */
public final class Blink {

    private static final int[][] UPPER_LIDS = {
        {33, 246, 161, 160, 159, 158, 157, 173, 133},
        {362, 398, 384, 385, 386, 387, 388, 466, 263}
    };
    private static final int[][] LOWER_LIDS = {
        {33, 7, 163, 144, 145, 153, 154, 155, 133},
        {362, 382, 381, 380, 374, 373, 390, 249, 263}
    };
    private static final int[][] BROWS = {{46, 53, 52, 65, 55}, {285, 295, 282, 283, 276}};

    /** The mesh's lids lie a little inside the eye; the skin is taken, and ends, this share of an eye's height further out. */
    private static final double OUTSIDE = 0.55;

    private final BgrImage picture;
    private final FaceFrame frame;
    private final Sampler sampler;
    private final List<Eye> eyes;
    private final PixelBox box;

    /** @param picture a face with its eyes open */
    public Blink(BgrImage picture, Face face) {
        this.picture = picture;
        this.frame = FaceFrame.of(face);
        this.sampler = new Sampler(picture);
        List<Eye> found = new ArrayList<>();
        for (int i = 0; i < UPPER_LIDS.length; i++) {
            found.add(eye(face, UPPER_LIDS[i], LOWER_LIDS[i], BROWS[i]));
        }
        this.eyes = List.copyOf(found);
        this.box = boxOf();
    }

    /**
     * One eye in face coordinates.
     *
     * @param height between the lids at their widest
     */
    private record Eye(Curve upper, Curve lower, Curve brow, double height, Rgb lash) {

        double middle() {
            return (upper.left() + upper.right()) / 2;
        }

        double halfWidth() {
            return (upper.right() - upper.left()) / 2;
        }
    }

    private Eye eye(Face face, int[] upperLid, int[] lowerLid, int[] browLine) {
        Curve upper = curve(face, upperLid);
        Curve lower = curve(face, lowerLid);
        Curve brow = curve(face, browLine);
        double middle = (upper.left() + upper.right()) / 2;
        double height = Math.max(0.02, lower.at(middle) - upper.at(middle));
        Rgb darkest = Rgb.grey(255);
        for (double x = upper.left(); x < upper.right(); x += 1 / frame.unit()) {
            Rgb here = sampler.at(frame.toPicture(new Point(x, upper.at(x))));
            darkest = here.luma() < darkest.luma() ? here : darkest;
        }
        return new Eye(upper, lower, brow, height, darkest);
    }

    private Curve curve(Face face, int[] indices) {
        return new Curve(face.at(indices).stream().map(frame::toFace).toList());
    }

    /** Where the patch lies in the picture, in whole pixels. */
    public PixelBox box() {
        return box;
    }

    private PixelBox boxOf() {
        double minX = Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (Eye eye : eyes) {
            Mask mask = mask(eye);
            for (Point corner : mask.corners()) {
                minX = Math.min(minX, corner.x());
                minY = Math.min(minY, corner.y());
                maxX = Math.max(maxX, corner.x());
                maxY = Math.max(maxY, corner.y());
            }
        }
        int left = Math.clamp((int) Math.floor(minX), 0, picture.width() - 1);
        int top = Math.clamp((int) Math.floor(minY), 0, picture.height() - 1);
        int right = Math.clamp((int) Math.ceil(maxX), left + 1, picture.width());
        int bottom = Math.clamp((int) Math.ceil(maxY), top + 1, picture.height());
        return new PixelBox(left, top, right - left, bottom - top);
    }

    /** Around the eye, wide enough that the fade lies on skin; in the picture. */
    private Mask mask(Eye eye) {
        double y = (eye.upper().at(eye.middle()) + eye.lower().at(eye.middle())) / 2;
        Point centre = frame.toPicture(new Point(eye.middle(), y));
        double radiusY = Math.max(eye.height() * 1.7, eye.halfWidth() * 0.75);
        return new Mask(centre.x(), centre.y(), eye.halfWidth() * 1.75 * frame.unit(), radiusY * frame.unit());
    }

    /** The patch: as large as the box, opaque over the eyes. */
    public BufferedImage patch() {
        BufferedImage patch = new BufferedImage(box.width(), box.height(), BufferedImage.TYPE_INT_ARGB);
        for (Eye eye : eyes) {
            Mask mask = mask(eye);
            for (int row = 0; row < box.height(); row++) {
                for (int column = 0; column < box.width(); column++) {
                    Point place = new Point(box.x() + column + 0.5, box.y() + row + 0.5);
                    int alpha = Math.toIntExact(Math.round(255 * mask.at(place.x(), place.y())));
                    if (alpha > patch.getRGB(column, row) >>> 24) {
                        patch.setRGB(column, row, MouthWarp.argb(alpha, shut(eye, frame.toFace(place))));
                    }
                }
            }
        }
        return patch;
    }

    private Rgb shut(Eye eye, Point face) {
        double across = Math.clamp((face.x() - eye.middle()) / (eye.halfWidth() * 1.4), -1, 1);
        double margin = eye.height() * OUTSIDE * (1 - across * across);
        double opening = eye.upper().at(face.x()) - margin;
        double end = eye.lower().at(face.x()) + margin * 0.35;
        double brow = Math.min(eye.brow().at(face.x()), opening - eye.height() * 0.3);
        if (face.y() <= brow || face.y() >= end || margin == 0) {
            return sampler.at(frame.toPicture(face));
        }
        double share = (face.y() - brow) / (end - brow);
        Rgb skin = sampler.at(frame.toPicture(new Point(face.x(), brow + share * (opening - brow))));
        double width = Math.max(1.2 / frame.unit(), 0.012);
        double fromEnd = (end - face.y() - width) / width;
        double lash = Math.exp(-fromEnd * fromEnd) * 0.75 * (1 - Math.pow(Math.abs(across), 4));
        return skin.mix(eye.lash().times(0.8), lash);
    }
}
