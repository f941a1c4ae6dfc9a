package avatar.mouths.blink;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.mouths.warp.Rgb;
import avatar.mouths.warp.Sampler;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/** Draws shut and closing eyes for one picture: lids of the face's own skin, with lashes at their edge. */
public final class Blink {

    /** Extent of the lid's patch around an eye, in the eye's coordinates. */
    private static final double[][] BOUNDS = {{-0.86, -0.62}, {0.86, -0.62}, {-0.86, 0.62}, {0.86, 0.62}};

    private final BgrImage picture;
    private final List<Lid> lids;
    private final PixelBox box;

    /** @param picture a face with its eyes open */
    public Blink(BgrImage picture, Face face) {
        this.picture = picture;
        Sampler sampler = new Sampler(picture);
        this.lids =
                Eye.of(face, sampler).stream().map(eye -> new Lid(eye, sampler)).toList();
        this.box = within(lids.stream().map(Blink::boxOf).reduce(Blink::union).orElseThrow());
    }

    /** The box of the patch in the picture, in whole pixels. */
    public PixelBox box() {
        return box;
    }

    private static PixelBox boxOf(Lid lid) {
        return Stream.of(BOUNDS)
                .map(corner -> lid.eye().toPicture(corner[0], corner[1]))
                .map(p -> new PixelBox((int) Math.floor(p.x()), (int) Math.floor(p.y()), 1, 1))
                .reduce(Blink::union)
                .orElseThrow();
    }

    private static PixelBox union(PixelBox one, PixelBox other) {
        int left = Math.min(one.x(), other.x());
        int top = Math.min(one.y(), other.y());
        int right = Math.max(one.x() + one.width(), other.x() + other.width());
        int bottom = Math.max(one.y() + one.height(), other.y() + other.height());
        return new PixelBox(left, top, right - left, bottom - top);
    }

    private PixelBox within(PixelBox wide) {
        int left = Math.clamp(wide.x(), 0, picture.width() - 1);
        int top = Math.clamp(wide.y(), 0, picture.height() - 1);
        int right = Math.clamp(wide.x() + wide.width(), left + 1, picture.width());
        int bottom = Math.clamp(wide.y() + wide.height(), top + 1, picture.height());
        return new PixelBox(left, top, right - left, bottom - top);
    }

    /** The patch of shut eyes: of the size of the box, opaque over the eyes. */
    public BufferedImage patch() {
        return patch(1);
    }

    /**
     * The patch of closing eyes.
     *
     * @param closed position of the lids, in (0, 1]; 1 is shut
     */
    public BufferedImage patch(double closed) {
        if (!(closed > 0 && closed <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid position of the lids: expected a value in (0, 1], found " + closed);
        }
        BufferedImage patch = new BufferedImage(box.width(), box.height(), BufferedImage.TYPE_INT_ARGB);
        for (Lid lid : lids) {
            for (int row = 0; row < box.height(); row++) {
                for (int column = 0; column < box.width(); column++) {
                    Point place = lid.eye().toEye(new Point(box.x() + column + 0.5, box.y() + row + 0.5));
                    int alpha = Math.toIntExact(Math.round(255 * lid.alpha(place.x(), place.y())));
                    if (alpha > patch.getRGB(column, row) >>> 24) {
                        Rgb open = colour(box.x() + column, box.y() + row);
                        patch.setRGB(column, row, argb(alpha, lid.at(place.x(), place.y(), open, closed)));
                    }
                }
            }
        }
        return patch;
    }

    private Rgb colour(int x, int y) {
        int at = (y * picture.width() + x) * 3;
        return new Rgb(picture.bgr()[at + 2] & 0xFF, picture.bgr()[at + 1] & 0xFF, picture.bgr()[at] & 0xFF);
    }

    private static int argb(int alpha, Rgb colour) {
        return alpha << 24 | part(colour.red()) << 16 | part(colour.green()) << 8 | part(colour.blue());
    }

    private static int part(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
