package avatar.contract.speech;

import avatar.contract.json.Json;
import java.time.Instant;

/**
 * One text somebody wants said.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param utteranceId names the utterance everywhere
 * @param text empty when {@code mode} is {@link SpeechMode#STOP}
 * @param voice id of a voice of tts-service
 * @param rate 1.0 is the voice's own speed, 2.0 twice as fast
 */
public record SpeechRequest(
        int schemaVersion,
        String utteranceId,
        String channel,
        String text,
        String voice,
        double rate,
        SpeechMode mode,
        Instant requestedAt) {

    public static final int SCHEMA_VERSION = 1;

    public SpeechRequest(
            String utteranceId,
            String channel,
            String text,
            String voice,
            double rate,
            SpeechMode mode,
            Instant requestedAt) {
        this(SCHEMA_VERSION, utteranceId, channel, text, voice, rate, mode, requestedAt);
    }

    /** The record's value on {@link Topics#SPEECH_REQUESTS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what {@link #toBytes} wrote, or a newer version of it.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SpeechRequest fromBytes(byte[] value) {
        return Json.read(value, SpeechRequest.class);
    }
}
