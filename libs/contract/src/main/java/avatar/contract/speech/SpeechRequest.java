package avatar.contract.speech;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text somebody wants said.
 *
 * <p>On Kafka its value is JSON (every component but {@code recording}); a recording follows it after a line feed, as it
 * was uploaded.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param utteranceId names the utterance everywhere
 * @param text empty when {@code mode} is {@link SpeechMode#STOP}
 * @param voice id of a voice of tts-service, or {@link #RECORDED}
 * @param rate 1.0 is the voice's own speed, 2.0 twice as fast
 * @param pitch 1.0 is the voice's own height, 2.0 an octave above
 * @param ssml whether the text is SSML; otherwise it is spoken as it is written
 * @param language BCP 47, of a recording; null: that of the voice
 * @param recording a sound file in which the text is said already; mostly empty; read-only
 */
public record SpeechRequest(
        int schemaVersion,
        String utteranceId,
        String channel,
        String text,
        String voice,
        double rate,
        double pitch,
        boolean ssml,
        SpeechMode mode,
        Instant requestedAt,
        @Nullable String language,
        @JsonIgnore ByteBuffer recording) {

    public static final int SCHEMA_VERSION = 1;

    /** The voice of a request that was spoken already, by a person. */
    public static final String RECORDED = "recorded";

    private static final byte LINE_FEED = '\n';

    public SpeechRequest {
        recording = recording.slice().asReadOnlyBuffer();
    }

    /** A plain text at the voice's own height. */
    public SpeechRequest(
            String utteranceId,
            String channel,
            String text,
            String voice,
            double rate,
            SpeechMode mode,
            Instant requestedAt) {
        this(
                SCHEMA_VERSION,
                utteranceId,
                channel,
                text,
                voice,
                rate,
                1.0,
                false,
                mode,
                requestedAt,
                null,
                ByteBuffer.allocate(0));
    }

    /** A view of its own for every caller. */
    @Override
    public ByteBuffer recording() {
        return recording.duplicate();
    }

    /** The same request, spoken higher or lower. */
    public SpeechRequest withPitch(double newPitch) {
        return new SpeechRequest(
                schemaVersion,
                utteranceId,
                channel,
                text,
                voice,
                rate,
                newPitch,
                ssml,
                mode,
                requestedAt,
                language,
                recording);
    }

    /** The same request, its text being SSML or not. */
    public SpeechRequest withSsml(boolean isSsml) {
        return new SpeechRequest(
                schemaVersion,
                utteranceId,
                channel,
                text,
                voice,
                rate,
                pitch,
                isSsml,
                mode,
                requestedAt,
                language,
                recording);
    }

    /** The same request, said already in a sound file. */
    public SpeechRequest withRecording(ByteBuffer file, String spokenLanguage) {
        return new SpeechRequest(
                schemaVersion,
                utteranceId,
                channel,
                text,
                RECORDED,
                rate,
                pitch,
                ssml,
                mode,
                requestedAt,
                spokenLanguage,
                file);
    }

    /** Whether the text is said already. */
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
     * Reads what {@link #toBytes} wrote, or a newer version of it, or the first version, which had neither pitch nor SSML
     * nor language nor recordings.
     *
     * @throws AvatarException MALFORMED_RECORD
     */
    public static SpeechRequest fromBytes(byte[] value) {
        try (JsonParser parser = Json.mapper().createParser(value)) {
            JsonNode tree = Json.mapper().readTree(parser);
            if (!(tree instanceof ObjectNode fields)) {
                throw new AvatarException(
                        ErrorCode.MALFORMED_RECORD, "Expected a SpeechRequest, found %s".formatted(tree));
            }
            if (!fields.has("pitch")) {
                fields.put("pitch", 1.0);
            }
            if (!fields.has("ssml")) {
                fields.put("ssml", false);
            }
            if (!fields.has("language")) {
                fields.putNull("language");
            }
            int end = (int) parser.currentLocation().getByteOffset();
            return Json.read(fields, Header.class).with(recording(value, end));
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

    /** A request without its recording, as its JSON has it. */
    private record Header(
            int schemaVersion,
            String utteranceId,
            String channel,
            String text,
            String voice,
            double rate,
            double pitch,
            boolean ssml,
            SpeechMode mode,
            Instant requestedAt,
            @Nullable String language) {

        SpeechRequest with(ByteBuffer recording) {
            return new SpeechRequest(
                    schemaVersion,
                    utteranceId,
                    channel,
                    text,
                    voice,
                    rate,
                    pitch,
                    ssml,
                    mode,
                    requestedAt,
                    language,
                    recording);
        }
    }
}
