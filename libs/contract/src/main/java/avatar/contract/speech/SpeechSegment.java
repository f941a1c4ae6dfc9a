package avatar.contract.speech;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.contract.viseme.Word;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clause of an utterance: its audio and its viseme timeline.
 *
 * <p>On Kafka its value is one line of JSON (every component but {@code audio}), a line feed, and the audio as raw
 * bytes: {@code head -1} shows the JSON, and no encoding inflates the audio. A segment of mode {@link SpeechMode#STOP}
 * has no audio and stops the channel. A last segment without audio of another mode ends an utterance that failed:
 * tts-service has reported the failure, and no more segments follow.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param mode of the utterance: the effect of its first segment on earlier speech
 * @param index of the clause in the utterance, from 0
 * @param last whether this is the last segment of the utterance
 * @param text of the clause
 * @param requestedAt when the utterance was requested
 * @param startBy the latest moment at which the utterance may begin to be heard; null: any
 * @param phonemes in order, timed from the segment's first sample; empty if unknown
 * @param words in order, timed likewise; empty if unknown; a word that was cut by the end of a segment is in the next
 *     one, too
 * @param audio mono PCM, signed 16 bit, little-endian; read-only
 */
public record SpeechSegment(
        int schemaVersion,
        String utteranceId,
        String channel,
        SpeechMode mode,
        int index,
        boolean last,
        String voice,
        String text,
        Instant requestedAt,
        @Nullable Instant startBy,
        int sampleRateHz,
        VisemeTimeline timeline,
        List<Phoneme> phonemes,
        List<Word> words,
        @JsonIgnore ByteBuffer audio) {

    public static final int SCHEMA_VERSION = 1;

    private static final byte LINE_FEED = '\n';
    private static final int BYTES_PER_SAMPLE = 2;

    public SpeechSegment {
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("A sample rate must be positive, not %d".formatted(sampleRateHz));
        }
        if (audio.remaining() % BYTES_PER_SAMPLE != 0) {
            throw new IllegalArgumentException("%d bytes are not 16-bit samples".formatted(audio.remaining()));
        }
        phonemes = List.copyOf(phonemes);
        words = List.copyOf(words);
        audio = audio.slice().asReadOnlyBuffer();
    }

    /** A segment without phonemes and words, of an utterance that may begin at any time. */
    public SpeechSegment(
            int schemaVersion,
            String utteranceId,
            String channel,
            SpeechMode mode,
            int index,
            boolean last,
            String voice,
            String text,
            Instant requestedAt,
            int sampleRateHz,
            VisemeTimeline timeline,
            ByteBuffer audio) {
        this(
                schemaVersion,
                utteranceId,
                channel,
                mode,
                index,
                last,
                voice,
                text,
                requestedAt,
                null,
                sampleRateHz,
                timeline,
                List.of(),
                List.of(),
                audio);
    }

    /** The samples, from the first; a separate view for every caller. */
    @Override
    public ByteBuffer audio() {
        return audio.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The playing time of the audio. */
    public Duration duration() {
        return durationOf(audio.remaining() / BYTES_PER_SAMPLE, sampleRateHz);
    }

    /** The playing time of {@code samples} samples, in whole nanoseconds, rounded down. */
    public static Duration durationOf(long samples, int sampleRateHz) {
        return Duration.ofNanos(samples * 1_000_000_000L / sampleRateHz);
    }

    /** The record's value on {@link Topics#SPEECH_SEGMENTS}. */
    public byte[] toBytes() {
        byte[] header = Json.write(this);
        return ByteBuffer.allocate(header.length + 1 + audio.remaining())
                .put(header)
                .put(LINE_FEED)
                .put(audio())
                .array();
    }

    /**
     * Reads what this version ({@link #toBytes}), a newer one or the first wrote; the first had neither phonemes nor
     * words, later ones no {@code startBy}.
     *
     * @throws AvatarException {@link ErrorCode#MALFORMED_RECORD}
     */
    public static SpeechSegment fromBytes(byte[] value) {
        int end = 0;
        while (end < value.length && value[end] != LINE_FEED) {
            end++;
        }
        if (end == value.length) {
            throw new AvatarException(
                    ErrorCode.MALFORMED_RECORD,
                    "A segment must be a line of JSON and PCM; found no line feed in %d bytes".formatted(value.length));
        }
        Header header = header(Json.read(value, 0, end, JsonNode.class));
        try {
            return header.with(ByteBuffer.wrap(value, end + 1, value.length - end - 1));
        } catch (IllegalArgumentException e) {
            throw new AvatarException(ErrorCode.MALFORMED_RECORD, e.getMessage(), e);
        }
    }

    private static Header header(JsonNode tree) {
        if (!(tree instanceof ObjectNode fields)) {
            throw new AvatarException(ErrorCode.MALFORMED_RECORD, "Expected a SpeechSegment, found %s".formatted(tree));
        }
        for (String added : List.of("phonemes", "words")) {
            if (!fields.has(added)) {
                fields.putArray(added);
            }
        }
        if (!fields.has("startBy")) {
            fields.putNull("startBy");
        }
        return Json.read(fields, Header.class);
    }

    /** A segment without its audio: the JSON line of its record. */
    private record Header(
            int schemaVersion,
            String utteranceId,
            String channel,
            SpeechMode mode,
            int index,
            boolean last,
            String voice,
            String text,
            Instant requestedAt,
            @Nullable Instant startBy,
            int sampleRateHz,
            VisemeTimeline timeline,
            List<Phoneme> phonemes,
            List<Word> words) {

        SpeechSegment with(ByteBuffer audio) {
            return new SpeechSegment(
                    schemaVersion,
                    utteranceId,
                    channel,
                    mode,
                    index,
                    last,
                    voice,
                    text,
                    requestedAt,
                    startBy,
                    sampleRateHz,
                    timeline,
                    phonemes,
                    words,
                    audio);
        }
    }
}
