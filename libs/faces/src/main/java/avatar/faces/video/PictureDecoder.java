package avatar.faces.video;

import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import avatar.media.AllowedMedia;
import avatar.media.MediaOpening;
import avatar.media.MediaStream;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.jspecify.annotations.Nullable;

/** The pictures of a video file as the file has them, upright and with square pixels, each with its time. */
final class PictureDecoder implements AutoCloseable {

    private static final double MAX_FPS = 60;
    private static final double FALLBACK_FPS = 25;

    /** No stream has this number, so JavaCV opens no decoder for the sound, which is not used. */
    private static final int NO_STREAM = Integer.MAX_VALUE;

    private static final String NO_VIDEO = "is not a readable video; expected MP4, MOV, WebM, MKV, AVI or MPEG";

    private final Path file;
    private final FFmpegFrameGrabber grabber;
    private final AVStream stream;
    private final int maxSide;
    private final VideoWork.Meter work;
    private final QuarterTurns turns;

    private final boolean isQuick;
    private @Nullable PixelConverter converter;
    private double startSeconds = Double.NaN;
    private double seconds;

    private PictureDecoder(Path file, FFmpegFrameGrabber grabber, VideoLimits limits, boolean isQuick) {
        this.file = file;
        this.grabber = grabber;
        this.stream = grabber.getFormatContext().streams(grabber.getVideoStream());
        this.maxSide = limits.maxSide();
        this.work = limits.work().begin();
        this.isQuick = isQuick;
        this.turns = QuarterTurns.ofCounterclockwiseDegrees(grabber.getDisplayRotation());
    }

    static PictureDecoder open(Path file, VideoLimits limits) {
        return open(file, limits, false);
    }

    /** @param isQuick whether colours need not be exact */
    static PictureDecoder open(Path file, VideoLimits limits, boolean isQuick) {
        try (MediaOpening opening = MediaOpening.of(file, AllowedMedia.VIDEO)) {
            String objection = objectionTo(opening.streams(), limits);
            if (objection != null) {
                throw Unreadable.because(file, objection);
            }
            FFmpegFrameGrabber grabber = opening.open(settings -> {
                settings.setImageMode(FrameGrabber.ImageMode.RAW);
                settings.setAudioStream(NO_STREAM);
                settings.setVideoOption("max_pixels", Integer.toString(limits.maxPixels()));
            });
            return new PictureDecoder(file, grabber, limits, isQuick);
        } catch (FrameGrabber.Exception e) {
            throw Unreadable.because(file, NO_VIDEO, e);
        }
    }

    /** The fault of the file itself, or null; JavaCV reports all faults alike. */
    private static @Nullable String objectionTo(List<MediaStream> streams, VideoLimits limits) {
        if (streams.isEmpty()) {
            return NO_VIDEO;
        }
        MediaStream pictures = first(streams, MediaStream.Kind.PICTURES);
        if (pictures == null) {
            return first(streams, MediaStream.Kind.COVER) == null
                    ? "has no pictures"
                    : "has a cover but no moving pictures";
        }
        if (pictures.codec().equals(MediaStream.UNKNOWN)) {
            return NO_VIDEO;
        }
        if (!pictures.isAllowed()) {
            return "has pictures in codec %s; expected one of %s"
                    .formatted(pictures.codec(), String.join(", ", AllowedMedia.VIDEO.decoders()));
        }
        return (long) pictures.width() * pictures.height() > limits.maxPixels()
                ? "has pictures of %dx%d; at most %d pixels are read"
                        .formatted(pictures.width(), pictures.height(), limits.maxPixels())
                : null;
    }

    private static @Nullable MediaStream first(List<MediaStream> streams, MediaStream.Kind kind) {
        return streams.stream()
                .filter(stream -> stream.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    /**
     * The nominal rate if the pictures keep it, else their average rate; at most 60. Under half the nominal rate the
     * average is misleading: one picture stands for long somewhere, and the others come at the nominal rate.
     */
    double fps() {
        double nominal = av_q2d(stream.r_frame_rate());
        double average = av_q2d(stream.avg_frame_rate());
        boolean isKept = Math.abs(nominal - average) < 0.02 * nominal;
        boolean hasGaps = average < 0.5 * nominal && nominal <= MAX_FPS;
        double rate = isKept || hasGaps ? nominal : average;
        return rate > 0 && Double.isFinite(rate) ? Math.min(rate, MAX_FPS) : FALLBACK_FPS;
    }

    /** The duration in the file's header, in seconds; 0 if it has none. */
    double statedSeconds() {
        long micros = grabber.getLengthInTime();
        return micros > 0 ? micros / 1e6 : 0;
    }

    /** The number of pictures in the file's header; 0 if it has none. */
    long statedPictures() {
        return stream.nb_frames();
    }

    /** The next picture, or null after the last, and when the work is done that the limits allow. */
    @Nullable
    TimedImage next() {
        if (work.isDone()) {
            return null;
        }
        AVFrame picture = grab();
        if (picture == null) {
            requireWhole();
            return null;
        }
        work.count(PictureSize.of(picture));
        BgrImage image = converterFor(picture).convert(picture);
        seconds = secondsOf(picture);
        return new TimedImage(seconds, turns.turn(image));
    }

    private PixelConverter converterFor(AVFrame picture) {
        PixelConverter current = converter;
        if (current == null) {
            if (!PixelConverter.canConvert(picture)) {
                throw Unreadable.because(file, "has pictures in a format that can't be converted to BGR");
            }
            double pixelAspect = av_q2d(av_guess_sample_aspect_ratio(grabber.getFormatContext(), stream, picture));
            PictureSize size =
                    PictureSize.of(picture).withSquarePixels(pixelAspect).within(maxSide);
            current = PixelConverter.forPicturesLike(picture, size, isQuick);
            converter = current;
        }
        if (!current.fits(picture)) {
            throw Unreadable.because(
                    file, "changes the size or format of its pictures after %.1f s".formatted(seconds));
        }
        return current;
    }

    private @Nullable AVFrame grab() {
        try {
            Frame frame = grabber.grabImage();
            return frame == null ? null : (AVFrame) frame.opaque;
        } catch (FrameGrabber.Exception e) {
            throw Unreadable.because(file, "can't be decoded after %.1f s".formatted(seconds), e);
        }
    }

    /** Monotonic; a picture without a time follows its predecessor after one period. */
    private double secondsOf(AVFrame picture) {
        long timestamp = picture.best_effort_timestamp();
        boolean isFirst = Double.isNaN(startSeconds);
        if (timestamp == AV_NOPTS_VALUE) {
            startSeconds = isFirst ? 0 : startSeconds;
            return isFirst ? 0 : seconds + 1 / fps();
        }
        double absolute = timestamp * av_q2d(stream.time_base());
        startSeconds = isFirst ? absolute : startSeconds;
        return Math.max(seconds, absolute - startSeconds);
    }

    /** FFmpeg takes the end of a truncated file for the end of the video. */
    private void requireWhole() {
        double stated = stream.duration() == AV_NOPTS_VALUE ? 0 : stream.duration() * av_q2d(stream.time_base());
        double found = Double.isNaN(startSeconds) ? 0 : seconds + 1 / fps();
        if (found < 0.9 * stated - 0.5) {
            throw Unreadable.because(file, "is cut off: %.1f s of pictures; expected %.1f s".formatted(found, stated));
        }
    }

    @Override
    public void close() {
        if (converter != null) {
            converter.close();
            converter = null;
        }
        close(grabber);
    }

    private static void close(FFmpegFrameGrabber grabber) {
        try {
            grabber.close();
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException("JavaCV's stop() throws only for a stream that can't be closed", e);
        }
    }
}
