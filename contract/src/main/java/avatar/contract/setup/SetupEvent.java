package avatar.contract.setup;

import avatar.contract.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the making of an avatar is, at one moment.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param avatar its id, and the record's key
 * @param stage what is being done, for people
 * @param percent of the whole, 0..100
 * @param secondsLeft as estimated; null while that can't be said, and at the end
 * @param detail for people; what was made, or why it was not
 */
public record SetupEvent(
        int schemaVersion,
        String avatar,
        SetupState state,
        @Nullable String stage,
        int percent,
        @Nullable Double secondsLeft,
        @Nullable String detail,
        Instant at) {

    public static final int SCHEMA_VERSION = 1;

    /** The record's value on {@link avatar.contract.speech.Topics#SETUP_EVENTS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote, or a newer version of it.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SetupEvent fromBytes(byte[] value) {
        return Json.read(value, SetupEvent.class);
    }
}
