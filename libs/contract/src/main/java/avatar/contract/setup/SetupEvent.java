package avatar.contract.setup;

import avatar.contract.json.Json;
import avatar.contract.problem.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the making of an avatar is, at one moment.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param setup the making that somebody asked for; null of one from the command line
 * @param avatar its id, and the record's key
 * @param stage what is being done, for people
 * @param percent of the whole, 0..100
 * @param secondsLeft as estimated; null while that can't be said, and at the end
 * @param code why it failed; null if it did not
 * @param detail for people; what was made, or why it was not
 */
public record SetupEvent(
        int schemaVersion,
        @Nullable String setup,
        String avatar,
        SetupState state,
        @Nullable String stage,
        int percent,
        @Nullable Double secondsLeft,
        @Nullable ErrorCode code,
        @Nullable String detail,
        Instant at) {

    public static final int SCHEMA_VERSION = 1;

    /** The record's value on {@link avatar.contract.speech.Topics#SETUP_EVENTS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote, or a newer version of it, or the first version, which had neither setup nor code.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SetupEvent fromBytes(byte[] value) {
        JsonNode tree = Json.read(value, JsonNode.class);
        if (tree instanceof ObjectNode fields) {
            for (String later : List.of("setup", "code")) {
                if (!fields.has(later)) {
                    fields.putNull(later);
                }
            }
        }
        return Json.read(tree, SetupEvent.class);
    }
}
