package avatar.contract.setup;

import avatar.contract.json.Json;
import avatar.contract.problem.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a setup at one moment.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param setup id of the requested setup; null if it was started on the command line
 * @param avatar its id, and the record's key
 * @param stage description of the current step
 * @param percent of the setup, 0..100
 * @param secondsLeft estimated; null while unknown and in a final state
 * @param code why it failed; null unless it failed
 * @param detail readable text: the result, or why it failed
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
     * Reads what this version ({@link #toBytes}), a newer one or the first wrote; the first had neither setup nor
     * code.
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
