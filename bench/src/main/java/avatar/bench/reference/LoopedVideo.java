package avatar.bench.reference;

import avatar.contract.bundle.AvatarBundle;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;

/** The base video of a bundle, decoded frame by frame, for ever. For one thread. */
final class LoopedVideo implements AutoCloseable {

    private final FFmpegFrameGrabber grabber;
    private final OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat();

    LoopedVideo(AvatarBundle bundle) {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        grabber = new FFmpegFrameGrabber(bundle.baseVideo().toFile());
        // Frames made on one thread are to be compared with frames made on one thread.
        grabber.setVideoOption("threads", "1");
        try {
            grabber.start();
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException("%s can't be decoded".formatted(bundle.baseVideo()), e);
        }
    }

    /** The next frame, BGR; a view of what is gone with the one after it. */
    Mat next() {
        try {
            Frame frame = grabber.grabImage();
            if (frame == null) {
                grabber.setTimestamp(0);
                frame = grabber.grabImage();
            }
            return converter.convert(frame);
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException("The base video can't be decoded", e);
        }
    }

    @Override
    public void close() {
        converter.close();
        try {
            grabber.close();
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException("FFmpeg can't be closed", e);
        }
    }
}
