package avatar.compositor.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.PartReader;
import avatar.compositor.testsupport.PartReader.ReadPart;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechState;
import avatar.contract.speech.Topics;
import avatar.pictures.playback.Speech;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class SpeechOnKafkaTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TestHTTPResource(management = true)
    URI management;

    @TestHTTPResource("/")
    URI root;

    Surroundings surroundings;

    @Test
    void utteranceIsPlayedAndReported() {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
            events.send(Speech.replace("said", 0, false, 200), Speech.replace("said", 1, true, 200));

            awaitStates(events, "said", "speaking", "done");
            assertThat(events.records()).extracting(ConsumerRecord::key).containsOnly("main");
        }
    }

    @Test
    void newestWins() {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
            events.send(Speech.replace("old", 0, false, 20_000));
            awaitStates(events, "old", "speaking");
            events.send(Speech.replace("new", 0, true, 200), Speech.replace("old", 1, true, 200));

            awaitStates(events, "new", "speaking", "done");
            assertThat(events.statesOf("old")).containsExactly("speaking", "replaced");
        }
    }

    @Test
    void unreadableRecordGoesToTheDeadLettersAndTheNextOneIsPlayed() {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS);
                Topic deadLetters = new Topic(surroundings.bootstrapServers(), Topics.DEAD_LETTERS)) {
            events.send("main", "no segment".getBytes(StandardCharsets.UTF_8));
            events.send("main", "{\"utteranceId\":\"half\"}\n".getBytes(StandardCharsets.UTF_8));
            events.send(Speech.replace("after", 0, true, 100));

            awaitStates(events, "after", "speaking", "done");
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(deadLetters.records())
                            .hasSize(2)
                            .extracting(SpeechOnKafkaTest::reason)
                            .anySatisfy(reason -> assertThat(reason).contains("found no line feed in 10 bytes"))
                            .anySatisfy(
                                    reason -> assertThat(reason).contains("Not a Header: Missing creator property")));
        }
    }

    @Test
    void segmentForAnUnknownChannelFailsOnce() {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
            events.send(
                    Speech.onChannel("other", "lost", SpeechMode.REPLACE, 0, false, 100),
                    Speech.onChannel("other", "lost", SpeechMode.REPLACE, 1, true, 100));

            awaitStates(events, "lost", "failed");
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(events.events())
                            .filteredOn(event -> event.utteranceId().equals("lost"))
                            .singleElement()
                            .returns(SpeechState.FAILED, SpeechEvent::state)
                            .returns("other", SpeechEvent::channel)
                            .returns("no channel 'other'; there is main", SpeechEvent::detail));
        }
    }

    @Test
    void onlyPlayedSegmentsAreCommitted() {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
            RecordMetadata said =
                    events.send("main", Speech.replace("half", 0, false, 200).toBytes());
            events.send(Speech.replace("half", 1, true, 30_000));

            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.committed(said)).isEqualTo(said.offset() + 1));
            await().during(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(events.committed(said)).isEqualTo(said.offset() + 1));

            RecordMetadata stop = events.send("main", Speech.stop("enough").toBytes());
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.committed(said)).isEqualTo(stop.offset() + 1));
            assertThat(events.statesOf("half")).containsExactly("speaking", "stopped");
        }
    }

    @Test
    void streamContinuesWithoutTheBrokerAndSpeechReturnsWithIt() throws IOException {
        try (PartReader stream =
                new PartReader(Http.open(root.resolve("/stream/main.mjpeg")).body())) {
            double before = stream.next().timestamp();
            surroundings.stopBroker();
            ReadPart part = stream.next();
            while (part.timestamp() < before + 4) {
                double earlier = part.timestamp();
                part = stream.next();
                assertThat(part.timestamp() - earlier).isLessThan(1);
            }
            assertThat(Http.get(management.resolve("/q/health/ready")).statusCode())
                    .isEqualTo(200);
            surroundings.startBrokerAgain();

            try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
                events.send(Speech.replace("again", 0, true, 200));
                awaitStates(events, "again", "speaking", "done");
            }
        }
    }

    private static void awaitStates(Topic events, String id, String... states) {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(events.statesOf(id)).containsExactly(states));
    }

    private static String reason(ConsumerRecord<String, byte[]> deadLetter) {
        return new String(deadLetter.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8);
    }
}
