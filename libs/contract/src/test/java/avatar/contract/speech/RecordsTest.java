package avatar.contract.speech;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.contract.viseme.Word;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The samples under {@code src/test/resources} show the records on the topics: they change only with a schema version.
 */
class RecordsTest {

    private static final SpeechRequest REQUEST = SpeechRequest.of(
                    "0199f1c2-7c00-7000-8000-000000000001",
                    "main",
                    "Good morning.",
                    "flite-slt",
                    SpeechMode.REPLACE,
                    Instant.parse("2026-01-02T03:04:05.678Z"))
            .withManner(1.25, 1.0, false)
            .within(ofSeconds(30))
            .withPassages(List.of(Passage.plain("Good morning.")));

    private static final SpeechEvent EVENT = new SpeechEvent(
            REQUEST.utteranceId(), "main", SpeechState.FAILED, "The voice failed", REQUEST.requestedAt());

    private static final SpeechSegment SEGMENT = new SpeechSegment(
            SpeechSegment.SCHEMA_VERSION,
            REQUEST.utteranceId(),
            "main",
            SpeechMode.REPLACE,
            0,
            true,
            "flite-slt",
            "Good morning.",
            REQUEST.requestedAt(),
            REQUEST.startBy(),
            16_000,
            new VisemeTimeline(ofMillis(250), List.of(new Cue(Viseme.M, ofMillis(0), ofMillis(125)), cue())),
            List.of(new Phoneme("m", ofMillis(0), ofMillis(125)), new Phoneme("aa1", ofMillis(125), ofMillis(250))),
            List.of(new Word("Ma", ofMillis(0), ofMillis(250))),
            ByteBuffer.wrap(new byte[] {1, 0, '\n', '\n', -1, 127}));

    private static final SpeechProgress PROGRESS =
            new SpeechProgress(REQUEST.utteranceId(), 2, ofMillis(1500), ofMillis(4250), REQUEST.requestedAt());

    @Test
    void progressMatchesTheSample() throws IOException {
        assertThat(tree(PROGRESS.toBytes())).isEqualTo(tree(sample("speech-progress.json")));
        assertThat(SpeechProgress.fromBytes(sample("speech-progress.json"))).isEqualTo(PROGRESS);
    }

    @Test
    void requestMatchesTheSample() throws IOException {
        assertThat(tree(REQUEST.toBytes())).isEqualTo(tree(sample("speech-request.json")));
        assertThat(SpeechRequest.fromBytes(sample("speech-request.json"))).isEqualTo(REQUEST);
    }

    @Test
    void requestOfTheFirstVersionIsPlainTextAtTheVoicesOwnPitch() throws IOException {
        String older = new String(sample("speech-request.json"), UTF_8)
                .replaceFirst("\"pitch\": 1.0,", "")
                .replaceFirst("\"passages\": \\[[^\\]]*\\],", "")
                .replaceFirst("\"ssml\": false,", "")
                .replaceFirst("\"startBy\": \"[^\"]*\",", "")
                .replaceFirst(",\\s*\"language\": null", "");

        assertThat(older).doesNotContain("pitch", "ssml", "startBy", "language", "passages");
        assertThat(SpeechRequest.fromBytes(older.getBytes(UTF_8)))
                .isEqualTo(REQUEST.withPassages(List.of()).within(null));
    }

    @Test
    void missingFieldOfARequestIsNamed() {
        assertThatThrownBy(
                        () -> SpeechRequest.fromBytes("{\"schemaVersion\": 1, \"utteranceId\": \"u\"}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_RECORD))
                .hasMessageContaining("'channel'");
    }

    @Test
    void recordingFollowsTheJsonAsItIs() {
        byte[] file = {'\n', 0, -1, '{', '\n'};
        SpeechRequest request = REQUEST.withRecording(ByteBuffer.wrap(file), "en-GB");

        byte[] value = request.toBytes();

        assertThat(Arrays.copyOfRange(value, value.length - file.length, value.length))
                .isEqualTo(file);
        assertThat(SpeechRequest.fromBytes(value)).isEqualTo(request);
        assertThat(SpeechRequest.fromBytes(value).recording()).isEqualTo(ByteBuffer.wrap(file));
        assertThat(SpeechRequest.fromBytes(value).language()).isEqualTo("en-GB");
        assertThat(request.voice()).isEqualTo("recorded");
    }

    @Test
    void eventMatchesTheSample() throws IOException {
        assertThat(tree(EVENT.toBytes())).isEqualTo(tree(sample("speech-event.json")));
        assertThat(SpeechEvent.fromBytes(sample("speech-event.json"))).isEqualTo(EVENT);
    }

    @Test
    void segmentIsALineOfJsonAndTheSamplesAsTheyAre() throws IOException {
        byte[] value = SEGMENT.toBytes();

        int lineEnd = new String(value, UTF_8).indexOf('\n');
        assertThat(tree(Arrays.copyOf(value, lineEnd))).isEqualTo(tree(sample("speech-segment-header.json")));
        assertThat(Arrays.copyOfRange(value, lineEnd + 1, value.length)).containsExactly(1, 0, '\n', '\n', -1, 127);
        assertThat(SpeechSegment.fromBytes(value)).isEqualTo(SEGMENT);
        assertThat(SpeechSegment.fromBytes(value).audio().getShort(4)).isEqualTo(Short.MAX_VALUE);
    }

    @Test
    void segmentOfTheFirstVersionHasNoPhonemesAndNoWordsAndMayBeginAtAnyTime() throws IOException {
        ObjectNode older = (ObjectNode) tree(sample("speech-segment-header.json"));
        older.remove(List.of("phonemes", "words", "startBy"));

        SpeechSegment segment = SpeechSegment.fromBytes((older + "\n").getBytes(UTF_8));

        assertThat(segment.phonemes()).isEmpty();
        assertThat(segment.words()).isEmpty();
        assertThat(segment.startBy()).isNull();
        assertThat(segment.timeline()).isEqualTo(SEGMENT.timeline());
    }

    @Test
    void fieldOfANewerVersionIsIgnored() throws IOException {
        String newer = new String(sample("speech-request.json"), UTF_8).replaceFirst("\\{", "{\"emotion\": \"glad\",");

        assertThat(SpeechRequest.fromBytes(newer.getBytes(UTF_8))).isEqualTo(REQUEST);
    }

    @Test
    void missingFieldIsNamed() {
        assertThatThrownBy(() -> SpeechEvent.fromBytes("{\"schemaVersion\": 1}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_RECORD))
                .hasMessageContaining("utteranceId");
    }

    @Test
    void segmentOfHalfASampleIsMalformed() {
        byte[] value = SEGMENT.toBytes();

        assertThatThrownBy(() -> SpeechSegment.fromBytes(Arrays.copyOf(value, value.length - 1)))
                .isInstanceOf(AvatarException.class)
                .hasMessage("5 bytes are not 16-bit samples");
    }

    @Test
    void bytesWithoutALineAreNoSegment() {
        assertThatThrownBy(() -> SpeechSegment.fromBytes(new byte[] {1, 2, 3}))
                .isInstanceOf(AvatarException.class)
                .hasMessageContaining("no line feed in 3 bytes");
    }

    private static Cue cue() {
        Lips lips = new Lips(List.of(new Lips.Share(Viseme.AA, 0.75), new Lips.Share(Viseme.OH, 0.125)));
        return new Cue(Viseme.AA, ofMillis(125), ofMillis(250), lips, ofMillis(60), ofMillis(80));
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return Json.mapper().readTree(json);
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RecordsTest.class.getResourceAsStream("/samples/" + name))) {
            return in.readAllBytes();
        }
    }
}
