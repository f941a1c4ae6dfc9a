package avatar.pictures.avatar;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Track.TrackedFrame;
import avatar.pictures.jpeg.JpegEncoder;
import avatar.pictures.jpeg.SegmentedJpeg;
import avatar.pictures.jpeg.TileGrid;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.jspecify.annotations.Nullable;

/** Turns decoded frames into base frames: encodes each, and keeps the pixels around the mouth. For one thread. */
public final class BaseFrameMaker implements AutoCloseable {

    private final TileGrid grid;
    private final PixelBox mouthBox;
    private final JpegEncoder encoder;

    public BaseFrameMaker(TileGrid grid, PixelBox mouthBox) {
        this.grid = grid;
        this.mouthBox = mouthBox;
        this.encoder = new JpegEncoder(grid);
    }

    /** The base frame of a picture of the grid's size, which is copied. */
    public BaseFrame make(Mat bgr, TrackedFrame tracked) {
        PixelBox box = MouthZone.boxOf(mouthBox, tracked.similarity(), grid);
        return new BaseFrame(SegmentedJpeg.parse(encoder.encode(bgr), grid), zone(bgr, box, tracked));
    }

    private @Nullable MouthZone zone(Mat bgr, @Nullable PixelBox box, TrackedFrame tracked) {
        if (box == null) {
            return null;
        }
        byte[] pixels = new byte[box.width() * box.height() * 3];
        try (Rect rect = new Rect(box.x(), box.y(), box.width(), box.height());
                Mat view = new Mat(bgr, rect);
                Mat copy = view.clone()) {
            copy.data().get(pixels);
        }
        return new MouthZone(box, pixels, mouthBox, tracked);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
