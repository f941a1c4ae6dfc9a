package avatar.contract.speech;

import avatar.contract.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state that an utterance has reached.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param detail readable text: the reason, where the state alone does not say it
 */
public record SpeechEvent(
        int schemaVersion,
        String utteranceId,
        String channel,
        SpeechState state,
        @Nullable String detail,
        Instant at) {

    public static final int SCHEMA_VERSION = 1;

    public SpeechEvent(String utteranceId, String channel, SpeechState state, @Nullable String detail, Instant at) {
        this(SCHEMA_VERSION, utteranceId, channel, state, detail, at);
    }

    /** The record's value on {@link Topics#SPEECH_EVENTS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what this version ({@link #toBytes}) or a newer one wrote.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SpeechEvent fromBytes(byte[] value) {
        return Json.read(value, SpeechEvent.class);
    }
}
