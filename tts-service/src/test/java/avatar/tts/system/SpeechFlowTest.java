package avatar.tts.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import avatar.contract.json.Json;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.VisemeTimeline;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Speech from HTTP to the topics, with the real voice; every test has its own channel. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class SpeechFlowTest {

    private static final String LONG_TEXT =
            "This is one more sentence of a very long story. ".repeat(100).strip();

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers = "";

    private Topic segments;
    private Topic events;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        segments = new Topic(bootstrapServers, Topics.SPEECH_SEGMENTS);
        events = new Topic(bootstrapServers, Topics.SPEECH_EVENTS);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        segments.close();
        events.close();
        producer.close();
    }

    @Test
    void textBecomesSegmentsWithTimelinesAsLongAsTheirSound() {
        String id = speak("whole", "Hello there. The weather is fine today, and it will be fine tomorrow.", "replace");

        List<SpeechSegment> spoken = awaitSegments("whole", isWhole(id));
        assertThat(spoken)
                .extracting(SpeechSegment::text)
                .containsExactly("Hello there.", "The weather is fine today, and it will be fine tomorrow.");
        assertThat(spoken).allSatisfy(segment -> {
            assertThat(segment.utteranceId()).isEqualTo(id);
            assertThat(segment.timeline().duration()).isEqualTo(segment.duration());
            assertThat(segment.duration()).isGreaterThan(Duration.ofMillis(500));
            assertThat(segment.sampleRateHz()).isEqualTo(16_000);
        });
        assertThat(awaitStates("whole", id, SpeechState.SYNTHESIZING))
                .containsExactlyInAnyOrder(SpeechState.ACCEPTED, SpeechState.SYNTHESIZING);
    }

    @Test
    void enqueuedTextsAreSpokenInTheirOrder() {
        String first = speak("order", "The first of them. It has a second sentence.", "replace");
        String second = speak("order", "The second.", "enqueue");
        String third = speak("order", "The third.", "enqueue");

        assertThat(awaitSegments("order", isWhole(third)))
                .extracting(SpeechSegment::utteranceId)
                .containsExactly(first, first, second, third);
    }

    @Test
    void newerTextStopsALongOne() {
        String old = speak("newest", LONG_TEXT, "replace");
        awaitSegments("newest", spoken -> !spoken.isEmpty());

        String young = speak("newest", "Wait a moment.", "replace");

        List<SpeechSegment> spoken = awaitSegments("newest", isWhole(young));
        assertThat(spoken).hasSizeLessThan(60);
        assertThat(spoken.getLast().utteranceId()).isEqualTo(young);
        assertThat(spoken.subList(0, spoken.size() - 1))
                .allSatisfy(segment -> assertThat(segment.utteranceId()).isEqualTo(old))
                .noneMatch(SpeechSegment::last);
        assertThat(states("newest", old)).doesNotContain(SpeechState.REPLACED);
    }

    @Test
    void stopDropsWhatIsSpokenAndWhatWaits() {
        speak("stop", LONG_TEXT, "replace");
        String waiting = speak("stop", "Nobody will hear this.", "enqueue");
        awaitSegments("stop", spoken -> !spoken.isEmpty());

        given().delete("/api/v1/channels/stop/speech").then().statusCode(202);

        List<SpeechSegment> spoken =
                awaitSegments("stop", all -> !all.isEmpty() && all.getLast().mode() == SpeechMode.STOP);
        assertThat(spoken.getLast().last()).isTrue();
        assertThat(spoken.getLast().timeline()).isEqualTo(VisemeTimeline.EMPTY);
        assertThat(spoken).noneMatch(segment -> segment.utteranceId().equals(waiting));
        assertThat(awaitStates("stop", waiting, SpeechState.STOPPED)).doesNotContain(SpeechState.SYNTHESIZING);
    }

    @Test
    void statusIsAvailableAtOnceAndFollowsTheEventsOfOtherServices() throws Exception {
        String id = speak("status", "Hello.", "replace");
        given().get("/api/v1/utterances/" + id)
                .then()
                .statusCode(200)
                .body("channel", equalTo("status"))
                .body("times.accepted", notNullValue());

        publish(Topics.SPEECH_EVENTS, "status", event(id, SpeechState.DONE).toBytes());
        publish(Topics.SPEECH_EVENTS, "status", event(id, SpeechState.SPEAKING).toBytes());

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().get("/api/v1/utterances/" + id)
                        .then()
                        .body("state", equalTo("done"))
                        .body("times.speaking", notNullValue()));
    }

    @Test
    void unreadableRecordGoesToTheDeadLettersAndTheNextIsSpoken() throws Exception {
        publish(Topics.SPEECH_REQUESTS, "poison", "{\"nonsense\": 1}".getBytes(StandardCharsets.UTF_8));
        publish(Topics.SPEECH_REQUESTS, "poison", null);
        publish(Topics.SPEECH_EVENTS, "poison", new byte[] {1, 2, 3});

        String id = speak("poison", "Still here.", "enqueue");

        awaitSegments("poison", isWhole(id));
        try (Topic deadLetters = new Topic(bootstrapServers, Topics.DEAD_LETTERS)) {
            List<ConsumerRecord<String, byte[]>> dead = deadLetters.awaitOf("poison", all -> all.size() == 2);
            assertThat(dead)
                    .extracting(letter -> header(letter, "dead-letter-topic"))
                    .containsExactly(Topics.SPEECH_REQUESTS, Topics.SPEECH_REQUESTS);
            assertThat(dead)
                    .extracting(letter -> header(letter, "dead-letter-reason"))
                    .anyMatch(reason -> reason.contains("is missing"))
                    .anyMatch(reason -> reason.contains("found no value"));
        }
    }

    @Test
    void requestThatCannotBeSpokenFailsWithTheReason() throws Exception {
        SpeechRequest request =
                SpeechRequest.of("unknown-voice", "failed", "Hello.", "nobody", SpeechMode.REPLACE, Instant.now());

        publish(Topics.SPEECH_REQUESTS, "failed", request.toBytes());

        awaitStates("failed", "unknown-voice", SpeechState.FAILED);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> given().get("/api/v1/utterances/unknown-voice")
                        .then()
                        .body("state", equalTo("failed"))
                        .body(
                                "detail",
                                equalTo("Voice 'nobody' is unknown; GET /api/v1/voices lists those there are,"
                                        + " flite-slt for example")));
        List<SpeechSegment> spoken = awaitSegments("failed", all -> !all.isEmpty());
        assertThat(spoken.getFirst().last()).isTrue();
        assertThat(spoken.getFirst().audio().remaining()).isZero();
    }

    @Test
    void requestSentTwiceWithAKeyIsOneUtterance() {
        String first = speakWithKey("twice", "order-1");
        String between = speak("twice", "This too.", "enqueue");
        String again = speakWithKey("twice", "order-1");
        String other = speakWithKey("twice", "order-2");
        String elsewhere = speakWithKey("twice-elsewhere", "order-1");

        assertThat(again).isEqualTo(first);
        assertThat(List.of(other, elsewhere)).doesNotContain(first);
        assertThat(awaitSegments("twice", isWhole(other)))
                .extracting(SpeechSegment::utteranceId)
                .containsExactly(first, between, other);
    }

    @Test
    void keyThatIsTooLongIsRefused() {
        given().contentType("application/json")
                .header("Idempotency-Key", "k".repeat(256))
                .body("{\"text\": \"Hi.\"}")
                .post("/api/v1/channels/main/speech")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Header Idempotency-Key must have 1 to 255 characters, found 256"));
    }

    @Test
    void requestWhoseCallerWasToldThatItIsRefusedIsNotSpoken() throws Exception {
        SpeechEvent refused = new SpeechEvent("refused", "refusal", SpeechState.FAILED, "was refused", Instant.now());
        publish(Topics.SPEECH_EVENTS, "refusal", refused.toBytes());
        SpeechRequest late = SpeechRequest.of(
                "refused",
                "refusal",
                "Nobody hears this.",
                "flite-slt",
                SpeechMode.ENQUEUE,
                Instant.now().minusSeconds(60));
        publish(Topics.SPEECH_REQUESTS, "refusal", late.toBytes());

        String next = speak("refusal", "But this.", "enqueue");

        assertThat(awaitSegments("refusal", isWhole(next)))
                .extracting(SpeechSegment::utteranceId)
                .containsOnly(next);
    }

    @Test
    void requestOfAProcessThatDiedAfterItWasStoredIsSpoken() throws Exception {
        SpeechRequest orphan = SpeechRequest.of(
                "orphan",
                "orphan",
                "Still here.",
                "flite-slt",
                SpeechMode.ENQUEUE,
                Instant.now().minusSeconds(60));

        publish(Topics.SPEECH_REQUESTS, "orphan", orphan.toBytes());

        awaitSegments("orphan", isWhole("orphan"));
    }

    @Test
    void queueIsJudgedBeforeARequestIsAccepted() throws Exception {
        List<Callable<Integer>> requests = Collections.nCopies(
                120,
                () -> given().contentType("application/json")
                        .body("{\"text\": \"Ah.\", \"mode\": \"enqueue\"}")
                        .post("/api/v1/channels/full/speech")
                        .statusCode());
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> answer : callers.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 202).hasSize(100);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(20);
        given().contentType("application/json")
                .body("{\"text\": \"One more.\", \"mode\": \"enqueue\"}")
                .post("/api/v1/channels/full/speech")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:avatar:problem:QUEUE_FULL"))
                .body("detail", startsWith("100 utterances wait or are spoken on channel 'full'"));
        assertThat(awaitSegments("full", spoken -> spoken.size() == 100)).allMatch(SpeechSegment::last);
    }

    private static String speakWithKey(String channel, String key) {
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"text\": \"Once.\", \"mode\": \"enqueue\"}")
                .post("/api/v1/channels/" + channel + "/speech")
                .then()
                .statusCode(202)
                .extract()
                .path("utteranceId");
    }

    private static String speak(String channel, String text, String mode) {
        return given().contentType("application/json")
                .body(Json.write(Map.of("text", text, "mode", mode)))
                .post("/api/v1/channels/" + channel + "/speech")
                .then()
                .statusCode(202)
                .extract()
                .path("utteranceId");
    }

    private List<SpeechSegment> awaitSegments(String channel, Predicate<List<SpeechSegment>> isEnough) {
        return segments(segments.awaitOf(channel, records -> isEnough.test(segments(records))));
    }

    private static List<SpeechSegment> segments(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> SpeechSegment.fromBytes(record.value()))
                .toList();
    }

    private static Predicate<List<SpeechSegment>> isWhole(String utteranceId) {
        return spoken ->
                spoken.stream().anyMatch(segment -> segment.utteranceId().equals(utteranceId) && segment.last());
    }

    private List<SpeechState> awaitStates(String channel, String utteranceId, SpeechState awaited) {
        events.awaitOf(channel, records -> states(records, utteranceId).contains(awaited));
        return states(channel, utteranceId);
    }

    private List<SpeechState> states(String channel, String utteranceId) {
        return states(events.of(channel), utteranceId);
    }

    private static List<SpeechState> states(List<ConsumerRecord<String, byte[]>> records, String utteranceId) {
        return records.stream()
                .filter(record -> record.value().length > 3)
                .map(record -> SpeechEvent.fromBytes(record.value()))
                .filter(event -> event.utteranceId().equals(utteranceId))
                .map(SpeechEvent::state)
                .toList();
    }

    private void publish(String topic, String key, byte @Nullable [] value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    private static SpeechEvent event(String id, SpeechState state) {
        return new SpeechEvent(id, "status", state, null, Instant.now());
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
