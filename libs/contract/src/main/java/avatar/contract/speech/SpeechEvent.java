package avatar.contract.speech;

import avatar.contract.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an utterance, at one moment.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param detail for people; why, where the state alone does not say it
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
     * Reads what {@link #toBytes} wrote, or a newer version of it.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SpeechEvent fromBytes(byte[] value) {
        return Json.read(value, SpeechEvent.class);
    }
}
