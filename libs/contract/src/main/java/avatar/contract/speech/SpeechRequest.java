package avatar.contract.speech;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to speak a text on a channel, or to stop.
 *
 * <p>On Kafka its value is JSON (every component but {@code recording}); a recording follows it after a line feed, as
 * it was uploaded.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param utteranceId id of the utterance in all records
 * @param text as it was requested; empty when {@code mode} is {@link SpeechMode#STOP}
 * @param voice id of a voice of tts-service, or {@link #RECORDED}
 * @param rate 1.0 is the voice's own speed, 2.0 twice as fast
 * @param pitch 1.0 is the voice's own pitch, 2.0 an octave above
 * @param ssml whether {@code text} is SSML
 * @param passages the parsed {@code text}, so that it is parsed only once, when the request is accepted; empty in
 *     requests of an older version, whose text the worker parses
 * @param startBy the latest moment at which it may begin to be heard; null: any
 * @param language BCP 47, of a recording; null: that of the voice
 * @param recording a sound file of {@code text}; empty unless {@code voice} is {@link #RECORDED}; read-only
 */
@JsonDeserialize(builder = SpeechRequest.Builder.class)
public record SpeechRequest(
        int schemaVersion,
        String utteranceId,
        String channel,
        String text,
        String voice,
        double rate,
        double pitch,
        boolean ssml,
        List<Passage> passages,
        SpeechMode mode,
        Instant requestedAt,
        @Nullable Instant startBy,
        @Nullable String language,
        @JsonIgnore ByteBuffer recording) {

    public static final int SCHEMA_VERSION = 1;

    /** The voice of a request with a recording. */
    public static final String RECORDED = "recorded";

    private static final byte LINE_FEED = '\n';

    public SpeechRequest {
        passages = List.copyOf(passages);
        recording = recording.slice().asReadOnlyBuffer();
    }

    /** A request to speak a plain text at the voice's own rate and pitch. */
    public static SpeechRequest of(
            String utteranceId, String channel, String text, String voice, SpeechMode mode, Instant requestedAt) {
        return new Builder()
                .utteranceId(utteranceId)
                .channel(channel)
                .text(text)
                .voice(voice)
                .mode(mode)
                .requestedAt(requestedAt)
                .build();
    }

    /** A separate view for every caller. */
    @Override
    public ByteBuffer recording() {
        return recording.duplicate();
    }

    /** A copy with another rate and pitch, and the given kind of text. */
    public SpeechRequest withManner(double newRate, double newPitch, boolean isSsml) {
        return toBuilder().rate(newRate).pitch(newPitch).ssml(isSsml).build();
    }

    /** A copy with its parsed text. */
    public SpeechRequest withPassages(List<Passage> parsed) {
        return toBuilder().passages(parsed).build();
    }

    /** A copy that must begin to be heard within so long after it was requested; null: whenever. */
    public SpeechRequest within(@Nullable Duration maxWait) {
        return toBuilder()
                .startBy(maxWait == null ? null : requestedAt.plus(maxWait))
                .build();
    }

    /** A copy with a recording of its text. */
    public SpeechRequest withRecording(ByteBuffer file, String spokenLanguage) {
        return toBuilder()
                .voice(RECORDED)
                .language(spokenLanguage)
                .recording(file)
                .build();
    }

    /** Whether the request has a recording of its text. */
    @JsonIgnore
    public boolean isRecorded() {
        return recording.hasRemaining();
    }

    /** The record's value on {@link Topics#SPEECH_REQUESTS}. */
    public byte[] toBytes() {
        byte[] json = Json.write(this);
        if (!isRecorded()) {
            return json;
        }
        return ByteBuffer.allocate(json.length + 1 + recording.remaining())
                .put(json)
                .put(LINE_FEED)
                .put(recording())
                .array();
    }

    /**
     * Reads what this version ({@link #toBytes}), a newer or an older one wrote: the first had neither pitch nor SSML
     * nor language nor recordings, later ones neither passages nor {@code startBy}.
     *
     * @throws AvatarException {@link ErrorCode#MALFORMED_RECORD}
     */
    public static SpeechRequest fromBytes(byte[] value) {
        try (JsonParser parser = Json.mapper().createParser(value)) {
            JsonNode tree = Json.mapper().readTree(parser);
            if (!(tree instanceof ObjectNode fields)) {
                throw new AvatarException(
                        ErrorCode.MALFORMED_RECORD, "Expected a SpeechRequest, found %s".formatted(tree));
            }
            int end = (int) parser.currentLocation().getByteOffset();
            return Json.read(fields, SpeechRequest.class).toBuilder()
                    .recording(recording(value, end))
                    .build();
        } catch (JsonProcessingException e) {
            throw new AvatarException(ErrorCode.MALFORMED_RECORD, "Not a SpeechRequest: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer recording(byte[] value, int end) {
        boolean follows = end + 1 < value.length && value[end] == LINE_FEED;
        return follows ? ByteBuffer.wrap(value, end + 1, value.length - end - 1) : ByteBuffer.allocate(0);
    }

    private Builder toBuilder() {
        Builder builder = new Builder();
        builder.schemaVersion = schemaVersion;
        builder.utteranceId = utteranceId;
        builder.channel = channel;
        builder.text = text;
        builder.voice = voice;
        builder.rate = rate;
        builder.pitch = pitch;
        builder.ssml = ssml;
        builder.passages = passages;
        builder.mode = mode;
        builder.requestedAt = requestedAt;
        builder.startBy = startBy;
        builder.language = language;
        builder.recording = recording;
        return builder;
    }

    /** Collects the components, for the factories above and for JSON. Optional components have their default. */
    @JsonPOJOBuilder(withPrefix = "")
    static final class Builder {

        private int schemaVersion = SCHEMA_VERSION;
        private @Nullable String utteranceId;
        private @Nullable String channel;
        private @Nullable String text;
        private @Nullable String voice;
        private double rate = 1.0;
        private double pitch = 1.0;
        private boolean ssml;
        private List<Passage> passages = List.of();
        private @Nullable SpeechMode mode;
        private @Nullable Instant requestedAt;
        private @Nullable Instant startBy;
        private @Nullable String language;
        private ByteBuffer recording = ByteBuffer.allocate(0);

        Builder schemaVersion(int value) {
            schemaVersion = value;
            return this;
        }

        Builder utteranceId(String value) {
            utteranceId = value;
            return this;
        }

        Builder channel(String value) {
            channel = value;
            return this;
        }

        Builder text(String value) {
            text = value;
            return this;
        }

        Builder voice(String value) {
            voice = value;
            return this;
        }

        Builder rate(double value) {
            rate = value;
            return this;
        }

        Builder pitch(double value) {
            pitch = value;
            return this;
        }

        Builder ssml(boolean value) {
            ssml = value;
            return this;
        }

        Builder passages(List<Passage> value) {
            passages = value;
            return this;
        }

        Builder mode(SpeechMode value) {
            mode = value;
            return this;
        }

        Builder requestedAt(Instant value) {
            requestedAt = value;
            return this;
        }

        Builder startBy(@Nullable Instant value) {
            startBy = value;
            return this;
        }

        Builder language(@Nullable String value) {
            language = value;
            return this;
        }

        @JsonIgnore
        Builder recording(ByteBuffer value) {
            recording = value;
            return this;
        }

        SpeechRequest build() {
            return new SpeechRequest(
                    schemaVersion,
                    required("utteranceId", utteranceId),
                    required("channel", channel),
                    required("text", text),
                    required("voice", voice),
                    rate,
                    pitch,
                    ssml,
                    passages,
                    required("mode", mode),
                    required("requestedAt", requestedAt),
                    startBy,
                    language,
                    recording);
        }

        private static <T> T required(String field, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException("Field '%s' of a SpeechRequest is missing".formatted(field));
            }
            return value;
        }
    }
}
