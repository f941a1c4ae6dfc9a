package avatar.pictures.frame;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import avatar.contract.bundle.PixelBox;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.avatar.BaseFrame;
import avatar.pictures.avatar.MouthZone;
import avatar.pictures.jpeg.JpegEncoder;
import avatar.pictures.jpeg.SegmentedJpeg;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Composes the frames of an avatar as JPEGs.
 *
 * <p>Only the tiles around the mouth are encoded, and replace those of the base frame. The result is byte for byte
 * that of encoding the composed frame in full. A mouth that was on that frame before is not encoded again. For one
 * thread.
 */
public final class FrameComposer implements AutoCloseable {

    private final Avatar avatar;
    private final MouthTiles tiles;
    private final Passage passage;
    private final MouthPainter painter;
    private final JpegEncoder encoder;

    /**
     * @param strength how much of the base mouth a patch covers, 0..1
     * @param tiles of this avatar, at this strength
     */
    public FrameComposer(Avatar avatar, double strength, MouthTiles tiles) {
        this.avatar = avatar;
        this.tiles = tiles;
        this.passage = new Passage(avatar.lips());
        this.painter = new MouthPainter(avatar, strength);
        this.encoder = new JpegEncoder(avatar.frames().getFirst().jpeg().grid());
    }

    public Avatar avatar() {
        return avatar;
    }

    /** Whether a frame with that mouth differs from the base frame. */
    public boolean changes(int index, MouthPose pose) {
        return !pose.isNone() && avatar.frames().get(index).zone() != null;
    }

    /**
     * The frame with that mouth; not to be changed, because an unchanged base frame is returned without a copy.
     *
     * @param index in the base video
     */
    public byte[] compose(int index, MouthPose pose) {
        BaseFrame base = avatar.frames().get(index);
        MouthZone zone = base.zone();
        if (zone == null || pose.isNone()) {
            return base.jpeg().bytes();
        }
        MouthPicture picture = passage.at(pose);
        SegmentedJpeg mouth = picture.cover() == 1
                ? tiles.get(index, picture.viseme(), picture.opening(), () -> encode(base, zone, picture))
                : encode(base, zone, picture);
        return base.jpeg().with(mouth, zone.box());
    }

    private SegmentedJpeg encode(BaseFrame base, MouthZone zone, MouthPicture mouth) {
        PixelBox box = zone.box();
        try (Mat picture = new Mat(box.height(), box.width(), CV_8UC3)) {
            picture.data().put(painter.paint(zone, mouth));
            return SegmentedJpeg.parse(
                    encoder.encode(picture), base.jpeg().grid().part(box));
        }
    }

    @Override
    public void close() {
        encoder.close();
        painter.close();
    }
}
