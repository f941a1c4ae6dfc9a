package avatar.tts.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.recording.Recordings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Reads uploaded recordings, few at a time: each is in memory as a file, as samples and as a record. */
@Singleton
class Uploads {

    private static final int AT_ONCE = 2;

    /** Shorter than the gateway's timeout. */
    private static final Duration TIMEOUT = Duration.ofSeconds(8);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Recordings recordings;

    Uploads(Recordings recordings) {
        this.recordings = recordings;
    }

    /**
     * Checks that a file is a recording, then uses it.
     *
     * @throws AvatarException as {@link Recordings#soundOf}; {@link ErrorCode#SERVICE_UNAVAILABLE} if too many wait
     */
    <T> T read(FileUpload upload, Function<byte[], T> use) {
        recordings.requireSmall(upload.size());
        takePlace();
        try {
            byte[] file = Files.readAllBytes(upload.uploadedFile());
            recordings.soundOf(file);
            return use.apply(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(e);
        }
    }

    private static AvatarException busy(@Nullable Exception cause) {
        return new AvatarException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "No upload was finished within %d s to make room for this one; try again later"
                        .formatted(TIMEOUT.toSeconds()),
                cause);
    }
}
