package avatar.contract.speech;

import avatar.contract.json.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a channel has spoken, so that another compositor continues there.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param utteranceId the utterance that is spoken
 * @param segment index of the segment that is spoken
 * @param position of what is heard, from the segment's first sample
 * @param offset of the segment's first sample in the utterance's audio
 */
public record SpeechProgress(
        int schemaVersion, String utteranceId, int segment, Duration position, Duration offset, Instant at) {

    public static final int SCHEMA_VERSION = 1;

    public SpeechProgress(String utteranceId, int segment, Duration position, Duration offset, Instant at) {
        this(SCHEMA_VERSION, utteranceId, segment, position, offset, at);
    }

    /** The record's value on {@link Topics#SPEECH_PROGRESS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what this version ({@link #toBytes}) or a newer one wrote.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static SpeechProgress fromBytes(byte[] value) {
        return Json.read(value, SpeechProgress.class);
    }
}
