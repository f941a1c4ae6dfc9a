package avatar.pictures.avatar;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track.TrackedFrame;
import avatar.pictures.jpeg.TileGrid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tiles of a base frame that a mouth patch can change: their pixels, and the placement of a patch on them. */
public final class MouthZone {

    private final PixelBox box;
    private final byte[] pixels;
    private final PixelBox reach;
    private final Similarity placement;
    private final Light light;

    /**
     * The zone of one frame.
     *
     * @param box as {@link #boxOf} gives it
     * @param pixels of the box in the base frame, BGR, row by row; kept, not copied
     * @param mouthBox of the avatar, in its reference frame
     */
    public MouthZone(PixelBox box, byte[] pixels, PixelBox mouthBox, TrackedFrame frame) {
        if (pixels.length != box.width() * box.height() * 3) {
            throw new IllegalArgumentException("%d bytes are not the pixels of %s".formatted(pixels.length, box));
        }
        Similarity similarity = frame.similarity();
        PixelBox reached = Objects.requireNonNull(
                reachOf(mouthBox, similarity, box.x() + box.width(), box.y() + box.height()), "a zone has a mouth");
        this.box = box;
        this.reach = new PixelBox(reached.x() - box.x(), reached.y() - box.y(), reached.width(), reached.height());
        this.pixels = pixels;
        this.light = frame.light();
        this.placement = new Similarity(
                similarity.a(),
                similarity.b(),
                similarity.x(mouthBox.x(), mouthBox.y()) - box.x(),
                similarity.y(mouthBox.x(), mouthBox.y()) - box.y());
    }

    /** The tiles that the mouth box covers once it is carried onto a frame; null if it lies outside the picture. */
    public static @Nullable PixelBox boxOf(PixelBox mouthBox, Similarity similarity, TileGrid grid) {
        PixelBox reach = reachOf(mouthBox, similarity, grid.width(), grid.height());
        return reach == null ? null : grid.cover(reach);
    }

    private static @Nullable PixelBox reachOf(PixelBox mouthBox, Similarity similarity, int width, int height) {
        // One pixel more on each side: that far bilinear interpolation reaches.
        double x0 = mouthBox.x() - 1.0;
        double y0 = mouthBox.y() - 1.0;
        double x1 = mouthBox.x() + mouthBox.width();
        double y1 = mouthBox.y() + mouthBox.height();
        double[] xs = {similarity.x(x0, y0), similarity.x(x1, y0), similarity.x(x0, y1), similarity.x(x1, y1)};
        double[] ys = {similarity.y(x0, y0), similarity.y(x1, y0), similarity.y(x0, y1), similarity.y(x1, y1)};
        int left = Math.max(0, (int) Math.floor(min(xs)));
        int top = Math.max(0, (int) Math.floor(min(ys)));
        int right = Math.min(width, (int) Math.ceil(max(xs)) + 1);
        int bottom = Math.min(height, (int) Math.ceil(max(ys)) + 1);
        if (left >= right || top >= bottom) {
            return null;
        }
        return new PixelBox(left, top, right - left, bottom - top);
    }

    /** Its place in the frame. */
    public PixelBox box() {
        return box;
    }

    /** The part of the zone that a patch can change; every other pixel stays as it is. */
    public PixelBox reach() {
        return reach;
    }

    /** Of the base frame: BGR, row by row; not to be changed. */
    public byte[] pixels() {
        return pixels;
    }

    /** Carries the pixels of a patch onto those of this zone. */
    public Similarity placement() {
        return placement;
    }

    /** The light that patches are shown in. */
    public Light light() {
        return light;
    }

    private static double min(double[] values) {
        return java.util.Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return java.util.Arrays.stream(values).max().orElseThrow();
    }
}
