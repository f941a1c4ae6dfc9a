package avatar.contract.setup;

import avatar.contract.json.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to make an avatar from a file on the shared volume, or to cancel that.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param setup id of the setup in all its events
 * @param avatar id of the avatar, and the record's key
 * @param source path of the file relative to the folder of the avatars: {@link #sourceOf}; null of a cancellation
 * @param file original name of the uploaded file; null of a cancellation
 * @param frame that the mouths are made from; {@link #MIDDLE_FRAME}; null: chosen by setup-job
 * @param size of the square that an engine works in, in pixels, for engines that have one; null: the engine's default
 * @param engine one of {@link #ENGINES}; null: setup-job's default
 * @param blink whether to draw blinks into a video that has none
 * @param force whether to replace an avatar with this id that was made from something else
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

    /** The middle frame of the video as it is used. */
    public static final int MIDDLE_FRAME = -1;

    /** The valid engines; setup-job may have only some of them. */
    public static final List<String> ENGINES = List.of("warp", "harvest", "sadtalker");

    /** The valid sizes. */
    public static final List<Integer> SIZES = List.of(256, 512);

    /** Beside the bundles; the name is hidden, so it is never taken for a bundle. */
    private static final String UPLOADS = ".uploads";

    /** The folder of all uploads: each has a folder named after its setup until the setup has ended. */
    public static Path uploadsIn(Path avatars) {
        return avatars.resolve(UPLOADS);
    }

    /** The path of a setup's upload, relative to the folder of the avatars. */
    public static String sourceOf(String setup, String fileName) {
        return "%s/%s/%s".formatted(UPLOADS, setup, fileName);
    }

    /** A request to cancel a setup. */
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
     * Reads what this version ({@link #toBytes}) or a newer one wrote.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SetupRequest fromBytes(byte[] value) {
        return Json.read(value, SetupRequest.class);
    }
}
