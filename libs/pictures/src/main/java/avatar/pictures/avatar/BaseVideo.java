package avatar.pictures.avatar;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Track.TrackedFrame;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.media.AllowedMedia;
import avatar.media.MediaOpening;
import avatar.pictures.jpeg.JpegFormat;
import avatar.pictures.jpeg.TileGrid;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.OpenCVFrameConverter;

/** The base video of a bundle, decoded once, frame by frame. */
final class BaseVideo {

    private final AvatarBundle bundle;
    private final AvatarManifest manifest;
    private final JpegFormat format;

    BaseVideo(AvatarBundle bundle, JpegFormat format) {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        this.format = format;
    }

    /**
     * All its frames.
     *
     * @param track one entry for each frame
     * @throws AvatarException {@link ErrorCode#INVALID_BUNDLE} if it is not the video that the manifest describes
     */
    List<BaseFrame> frames(List<TrackedFrame> track) {
        try (MediaOpening opening = MediaOpening.of(bundle.baseVideo(), AllowedMedia.BASE_VIDEO);
                FFmpegFrameGrabber grabber = opening.open(settings -> {})) {
            requireSize(grabber);
            return decode(grabber, track);
        } catch (FrameGrabber.Exception e) {
            throw new AvatarException(
                    ErrorCode.INVALID_BUNDLE,
                    "%s can't be decoded: %s".formatted(bundle.baseVideo(), e.getMessage()),
                    e);
        }
    }

    private List<BaseFrame> decode(FFmpegFrameGrabber grabber, List<TrackedFrame> track) throws FrameGrabber.Exception {
        List<BaseFrame> frames = new ArrayList<>(track.size());
        TileGrid grid = TileGrid.of(manifest.width(), manifest.height(), format);
        try (BaseFrameMaker maker = new BaseFrameMaker(grid, bundle.mouthBox());
                OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
            Frame frame = grabber.grabImage();
            while (frame != null && frames.size() < track.size()) {
                // The converter's picture is a view of the grabber's; the next frame overwrites both.
                frames.add(maker.make(converter.convert(frame), track.get(frames.size())));
                frame = grabber.grabImage();
            }
            if (frame != null || frames.size() < track.size()) {
                throw new AvatarException(
                        ErrorCode.INVALID_BUNDLE,
                        "%s has %s frames, %s says %d"
                                .formatted(
                                        bundle.baseVideo(),
                                        frame == null ? frames.size() : "more than " + frames.size(),
                                        AvatarBundle.MANIFEST,
                                        track.size()));
            }
        }
        return frames;
    }

    private void requireSize(FFmpegFrameGrabber grabber) {
        if (grabber.getImageWidth() != manifest.width() || grabber.getImageHeight() != manifest.height()) {
            throw new AvatarException(
                    ErrorCode.INVALID_BUNDLE,
                    "%s is %d x %d, %s says %d x %d"
                            .formatted(
                                    bundle.baseVideo(),
                                    grabber.getImageWidth(),
                                    grabber.getImageHeight(),
                                    AvatarBundle.MANIFEST,
                                    manifest.width(),
                                    manifest.height()));
        }
    }
}
