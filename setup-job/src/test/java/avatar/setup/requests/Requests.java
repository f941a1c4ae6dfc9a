package avatar.setup.requests;

import avatar.contract.setup.SetupAction;
import avatar.contract.setup.SetupRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Uploads and the requests about them, as the compositor makes them; an avatar is called after its setup. */
public record Requests(Path avatars) {

    /** The place of an upload, its folder made. */
    public Path upload(String setup, String file) throws IOException {
        Path upload = avatars.resolve(SetupRequest.sourceOf(setup, file));
        Files.createDirectories(upload.getParent());
        return upload;
    }

    /** A request without options. */
    public static SetupRequest make(String setup, String file) {
        return make(setup, setup, SetupRequest.sourceOf(setup, file), null, null);
    }

    public static SetupRequest make(
            String setup, String avatar, String source, @Nullable String engine, @Nullable Integer frame) {
        return new SetupRequest(
                SetupRequest.SCHEMA_VERSION,
                setup,
                SetupAction.MAKE,
                avatar,
                source,
                "a file",
                frame,
                null,
                engine,
                false,
                false,
                Instant.now());
    }

    public static SetupRequest cancel(String setup) {
        return SetupRequest.cancel(setup, setup, Instant.now());
    }
}
