package avatar.compositor.render;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.avatar.BaseFrame;
import avatar.compositor.avatar.MouthZone;
import avatar.compositor.jpeg.JpegEncoder;
import avatar.compositor.jpeg.SegmentedJpeg;
import avatar.contract.bundle.PixelBox;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Makes the frames of an avatar as JPEGs.
 *
 * <p>Only the tiles around the mouth are encoded, and put in the place of those of the base frame. The result is, byte
 * for byte, what encoding the whole composed frame would give. For one thread.
 */
public final class FrameComposer implements AutoCloseable {

    private final Avatar avatar;
    private final MouthPainter painter;
    private final JpegEncoder encoder;

    public FrameComposer(Avatar avatar, RenderConfig config) {
        this.avatar = avatar;
        this.painter = new MouthPainter(avatar, config.strength());
        this.encoder = new JpegEncoder(avatar.frames().getFirst().jpeg().grid().restartInterval());
    }

    public Avatar avatar() {
        return avatar;
    }

    /** Whether a frame with that mouth differs from the base frame. */
    public boolean changes(int index, MouthPose pose) {
        return !pose.isNone() && avatar.frames().get(index).zone() != null;
    }

    /**
     * The frame with that mouth; not to be changed, because an unchanged base frame is handed out as it is.
     *
     * @param index in the base video
     */
    public byte[] compose(int index, MouthPose pose) {
        BaseFrame base = avatar.frames().get(index);
        MouthZone zone = base.zone();
        if (zone == null || pose.isNone()) {
            return base.jpeg().bytes();
        }
        PixelBox box = zone.box();
        byte[] tiles = encode(box, painter.paint(zone, pose));
        return base.jpeg().with(SegmentedJpeg.parse(tiles, base.jpeg().grid().part(box)), box);
    }

    private byte[] encode(PixelBox box, byte[] bgr) {
        try (Mat picture = new Mat(box.height(), box.width(), CV_8UC3)) {
            picture.data().put(bgr);
            return encoder.encode(picture);
        }
    }

    @Override
    public void close() {
        encoder.close();
        painter.close();
    }
}
