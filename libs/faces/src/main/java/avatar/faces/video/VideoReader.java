package avatar.faces.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A video file read picture by picture, from the first to the last, at one steady rate.
 *
 * <p>Reads MP4, MOV, WebM, MKV, AVI, MPEG and Ogg files. Every refusal is an
 * {@link avatar.contract.problem.AvatarException} with code {@code UNREADABLE_VIDEO}. Used by one thread at a time.
 */
public final class VideoReader implements AutoCloseable {

    private final Path file;
    private final PictureDecoder decoder;
    private final SteadyPace pace;
    private final double fps;
    private final int width;
    private final int height;
    private final double maxSeconds;

    private VideoReader(Path file, PictureDecoder decoder, TimedImage first, VideoLimits limits) {
        this.file = file;
        this.decoder = decoder;
        this.fps = decoder.fps();
        this.width = first.image().width();
        this.height = first.image().height();
        this.maxSeconds = Math.min(limits.maxSeconds(), limits.work().seconds(width, height, fps));
        this.pace = new SteadyPace(first, decoder::next, fps, maxSeconds);
    }

    public static VideoReader open(Path file) {
        return open(file, VideoLimits.DEFAULT);
    }

    public static VideoReader open(Path file, VideoLimits limits) {
        return open(file, limits, false);
    }

    /** @param isQuick whether colours may be off by a shade and less sharp than brightness */
    static VideoReader open(Path file, VideoLimits limits, boolean isQuick) {
        requireReasonableFile(file, limits);
        PictureDecoder decoder = PictureDecoder.open(file, limits, isQuick);
        try {
            TimedImage first = decoder.next();
            if (first == null) {
                throw Unreadable.because(file, "has no pictures");
            }
            return new VideoReader(file, decoder, first, limits);
        } catch (RuntimeException e) {
            decoder.close();
            throw e;
        }
    }

    /** The next picture, or null after the last. */
    public @Nullable BgrImage read() {
        return pace.read();
    }

    public Path file() {
        return file;
    }

    /** Size of the upright pictures. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Pictures per second; the average of a video without a steady rate. */
    public double fps() {
        return fps;
    }

    /** The number of pictures by the file's header, which may be wrong; at least 1. */
    public int expectedPictures() {
        double seconds = Math.min(decoder.statedSeconds(), maxSeconds);
        return (int) Math.max(1, Math.round(seconds * fps));
    }

    /** The duration by the file's header, which may be wrong; 0 if it has none. */
    double statedSeconds() {
        return decoder.statedSeconds();
    }

    @Override
    public void close() {
        decoder.close();
    }

    private static void requireReasonableFile(Path file, VideoLimits limits) {
        if (!Files.exists(file)) {
            throw Unreadable.because(file, "does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw Unreadable.because(file, "is not a file");
        }
        long bytes = sizeOf(file);
        if (bytes == 0) {
            throw Unreadable.because(file, "is empty");
        }
        if (bytes > limits.maxBytes()) {
            throw Unreadable.because(file, "has %d bytes; at most %d are read".formatted(bytes, limits.maxBytes()));
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw Unreadable.because(file, "can't be opened", e);
        }
    }
}
