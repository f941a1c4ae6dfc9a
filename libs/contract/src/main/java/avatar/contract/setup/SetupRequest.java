package avatar.contract.setup;

import avatar.contract.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An avatar that somebody wants made of a file on the shared volume, or no longer wants.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param setup names the making everywhere
 * @param avatar what the avatar is to be called, and the record's key
 * @param source where the file lies, from the folder of the avatars on: {@link #sourceOf}; null of a cancellation
 * @param file what the file was called by who sent it; null of a cancellation
 * @param frame that the mouths are made from; {@link #MIDDLE_FRAME}; null: one is chosen
 * @param size of the square that an engine works in, in pixels, for engines that have one; null: the engine's own
 * @param engine one of {@link #ENGINES}; null: setup-job's own choice
 * @param blink whether blinks are drawn into a video of somebody who never blinks
 * @param force whether an avatar of that name that was made of something else gives way
 */
public record SetupRequest(
        int schemaVersion,
        String setup,
        SetupAction action,
        String avatar,
        @Nullable String source,
        @Nullable String file,
        @Nullable Integer frame,
        @Nullable Integer size,
        @Nullable String engine,
        boolean blink,
        boolean force,
        Instant requestedAt) {

    public static final int SCHEMA_VERSION = 1;

    /** The frame in the middle of the video, as it is used. */
    public static final int MIDDLE_FRAME = -1;

    /** What may be asked for; setup-job says which of them it has. */
    public static final List<String> ENGINES = List.of("warp", "harvest", "sadtalker");

    /** What may be asked for. */
    public static final List<Integer> SIZES = List.of(256, 512);

    /** Beside the bundles; hidden, since it is none. */
    private static final String UPLOADS = ".uploads";

    /** Where uploads lie until their setup has ended, in a folder for each, named after it. */
    public static Path uploadsIn(Path avatars) {
        return avatars.resolve(UPLOADS);
    }

    /** Where the upload of a setup lies, from the folder of the avatars on. */
    public static String sourceOf(String setup, String fileName) {
        return "%s/%s/%s".formatted(UPLOADS, setup, fileName);
    }

    /** That a setup is no longer wanted. */
    public static SetupRequest cancel(String setup, String avatar, Instant requestedAt) {
        return new SetupRequest(
                SCHEMA_VERSION,
                setup,
                SetupAction.CANCEL,
                avatar,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                requestedAt);
    }

    /** The record's value on {@link avatar.contract.speech.Topics#SETUP_REQUESTS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote, or a newer version of it.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SetupRequest fromBytes(byte[] value) {
        return Json.read(value, SetupRequest.class);
    }
}
