package avatar.compositor.testsupport;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * A film as a player sees it: decoded again by FFmpeg.
 *
 * @param pictures BGR, row by row
 * @param pictureSeconds when each picture is shown
 * @param samples from time 0
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two films
public record Film(
        int width,
        int height,
        double seconds,
        List<byte[]> pictures,
        List<Double> pictureSeconds,
        int rateHz,
        short[] samples) {

    private static final double MICROS = 1e6;

    public static Film read(Path file) {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            List<byte[]> pictures = new ArrayList<>();
            List<Double> seconds = new ArrayList<>();
            short[] samples =
                    new short[(int) (grabber.getLengthInTime() / MICROS * 2 * grabber.getSampleRate()) + 96_000];
            int heard = 0;
            Frame frame = grabber.grab();
            while (frame != null) {
                if (frame.image != null) {
                    pictures.add(pixels(frame));
                    seconds.add(frame.timestamp / MICROS);
                } else if (frame.samples != null) {
                    ShortBuffer sound = (ShortBuffer) frame.samples[0];
                    if (heard == 0) {
                        // JavaCV tells the time of what the decoder left out at the beginning.
                        heard = Math.max(0, (int) Math.round(frame.timestamp / MICROS * grabber.getSampleRate()));
                    }
                    int count = sound.remaining();
                    sound.get(samples, heard, count);
                    heard += count;
                }
                frame = grabber.grab();
            }
            return new Film(
                    grabber.getImageWidth(),
                    grabber.getImageHeight(),
                    grabber.getLengthInTime() / MICROS,
                    pictures,
                    seconds,
                    grabber.getSampleRate(),
                    Arrays.copyOf(samples, heard));
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pixels(Frame frame) {
        byte[] pixels = new byte[frame.imageWidth * frame.imageHeight * 3];
        ByteBuffer image = (ByteBuffer) frame.image[0];
        for (int row = 0; row < frame.imageHeight; row++) {
            image.get(row * frame.imageStride, pixels, row * frame.imageWidth * 3, frame.imageWidth * 3);
        }
        return pixels;
    }

    /** When sound of that level is heard for the first time, in seconds. */
    public double firstSound(int level) {
        for (int sample = 0; sample < samples.length; sample++) {
            if (Math.abs(samples[sample]) > level) {
                return (double) sample / rateHz;
            }
        }
        return Double.NaN;
    }
}
