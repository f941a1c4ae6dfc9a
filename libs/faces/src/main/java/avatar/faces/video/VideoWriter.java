package avatar.faces.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_HIGH;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/**
 * Writes an MP4 file: H.264 without sound, at a constant rate, so near to the pictures that lips can be cut from
 * it.
 *
 * <p>As many pictures come out as went in. H.264 with 4:2:0 colour has even sizes only, so the last row or column of an
 * odd one is left out. The file is complete after {@link #close}. Used by one thread at a time.
 */
public final class VideoWriter implements AutoCloseable {

    /**
     * One quantiser for every picture, so that all have the same quality, and the rate follows the pictures: 0.3 to 1.3
     * bits a pixel for people who talk. What is lost at 14 is little more than what 4:2:0 colour alone loses; at 12,
     * the least that openh264 takes, pictures full of noise no longer fit its buffers.
     */
    private static final String QUANTISER = "14";

    /**
     * Each picture is a key frame. What pictures between key frames lose, 3 to 5 dB within a second, comes back at the
     * next one: a pulse of up to five times the picture's ordinary change, and one more where the loop starts again.
     */
    private static final int EVERY_PICTURE = 1;

    /** One thread and one slice give the same bytes on every machine. */
    private static final Map<String, String> ENCODING = Map.of(
            "rc_mode", "quality",
            "qmin", QUANTISER,
            "qmax", QUANTISER,
            "allow_skip_frames", "0",
            "threads", "1",
            "slices", "1");

    /** BT.601 at any size: readers that ignore tags, such as those of OpenCV and JavaCV, expect it. */
    private static final Map<String, String> COLOURS = Map.of(
            "colorspace", "smpte170m",
            "color_primaries", "smpte170m",
            "color_trc", "smpte170m",
            "color_range", "tv");

    private final Path file;
    private final int width;
    private final int height;
    private final FFmpegFrameRecorder recorder;
    private final ByteBuffer pixels;

    private long written;

    private VideoWriter(Path file, int width, int height, FFmpegFrameRecorder recorder) {
        this.file = file;
        this.width = width;
        this.height = height;
        this.recorder = recorder;
        this.pixels = ByteBuffer.allocateDirect(width * height * BgrImage.BYTES_PER_PIXEL);
    }

    /** Creates or overwrites a file for pictures of this size, which is at least 16x16. */
    public static VideoWriter create(Path file, int width, int height, double fps) {
        av_log_set_level(AV_LOG_QUIET);
        FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), even(width), even(height), 0);
        recorder.setFormat("mp4");
        recorder.setOption("movflags", "+faststart");
        recorder.setFrameRate(fps);
        recorder.setGopSize(EVERY_PICTURE);
        recorder.setVideoCodec(AV_CODEC_ID_H264);
        recorder.setVideoCodecName("libopenh264");
        recorder.setVideoProfile(AV_PROFILE_H264_HIGH);
        recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
        recorder.setImageScalingFlags(PixelConverter.QUALITY_FLAGS);
        ENCODING.forEach(recorder::setVideoOption);
        COLOURS.forEach(recorder::setVideoOption);
        try {
            recorder.start();
        } catch (FrameRecorder.Exception e) {
            throw failed(file, "could not be created for pictures of %dx%d".formatted(width, height), e);
        }
        return new VideoWriter(file, width, height, recorder);
    }

    public void write(BgrImage image) {
        if (image.width() != width || image.height() != height) {
            throw new IllegalArgumentException("Invalid picture size: found %dx%d, expected %dx%d"
                    .formatted(image.width(), image.height(), width, height));
        }
        pixels.clear().put(image.bgr()).flip();
        int stride = width * BgrImage.BYTES_PER_PIXEL;
        try {
            recorder.recordImage(
                    even(width),
                    even(height),
                    Frame.DEPTH_UBYTE,
                    BgrImage.BYTES_PER_PIXEL,
                    stride,
                    AV_PIX_FMT_BGR24,
                    pixels);
        } catch (FrameRecorder.Exception e) {
            throw failed(file, "could not be written after %d pictures".formatted(written), e);
        }
        written++;
    }

    @Override
    public void close() {
        try {
            recorder.close();
        } catch (FrameRecorder.Exception e) {
            throw failed(file, "could not be finished after %d pictures".formatted(written), e);
        }
        requireEveryPicture();
    }

    /** FFmpeg does not report a full disk while it writes the last bytes. */
    private void requireEveryPicture() {
        if (written == 0) {
            return;
        }
        try (PictureDecoder finished = PictureDecoder.open(file, VideoLimits.NONE)) {
            if (finished.statedPictures() != written) {
                throw new AvatarException(
                        ErrorCode.SETUP_FAILED,
                        "\"%s\" has %d pictures; expected %d"
                                .formatted(file.getFileName(), finished.statedPictures(), written));
            }
        }
    }

    private static int even(int size) {
        return size & ~1;
    }

    private static AvatarException failed(Path file, String what, Exception cause) {
        return new AvatarException(ErrorCode.SETUP_FAILED, "\"%s\" %s".formatted(file.getFileName(), what), cause);
    }
}
