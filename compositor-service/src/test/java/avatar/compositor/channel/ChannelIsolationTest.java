package avatar.compositor.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.PartReader;
import avatar.compositor.testsupport.PartReader.ReadPart;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.Viseme;
import avatar.pictures.playback.Speech;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Channels are wholly apart. At full size, 1000 utterances on 20 channels:
 * {@code -Davatar.test.channels=20 -Davatar.test.utterances=1000}.
 */
@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class ChannelIsolationTest {

    private static final int CHANNELS = Integer.getInteger("avatar.test.channels", 5);
    private static final int UTTERANCES = Integer.getInteger("avatar.test.utterances", 50);
    private static final int MILLIS = 120;
    private static final int BYTES_OF_AN_UTTERANCE = 16_000 * 2 * MILLIS / 1000;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @TestHTTPResource("/")
    URI root;

    @Inject
    ChannelRegistry channels;

    Surroundings surroundings;

    private final List<Listener> listeners = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (Listener listener : listeners) {
            channels.delete(listener.channel);
            listener.thread.join();
            listener.reader.close();
        }
    }

    @Test
    void noFrameSoundOrEventOfAChannelReachesAnother() {
        for (int i = 0; i < CHANNELS; i++) {
            String name = "apart-%d".formatted(i);
            channels.create(name, "default");
            listeners.add(new Listener(name, root));
        }

        Map<String, List<SpeechState>> states = new HashMap<>();
        try (Topic topic = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
            IntStream.range(0, UTTERANCES).forEach(i -> topic.send(utterance(i)));
            await().atMost(TIMEOUT).untilAsserted(() -> {
                states.clear();
                topic.events()
                        .forEach(event -> states.computeIfAbsent(keyOf(event), _ -> new ArrayList<>())
                                .add(event.state()));
                assertThat(states.values().stream().filter(reported -> reported.contains(SpeechState.DONE)))
                        .hasSize(UTTERANCES);
            });
        }

        assertThat(states.values())
                .allSatisfy(reported -> assertThat(reported).containsExactly(SpeechState.SPEAKING, SpeechState.DONE));
        assertThat(states.keySet()).allSatisfy(key -> assertThat(key).matches("(apart-\\d+)[.]\\d+ reported by \\1"));
        listeners.forEach(Listener::assertHasHeardItsOwnAndNothingElse);
    }

    /** The key of an event's utterance and the channel that reported it; an utterance's id begins with its channel. */
    private static String keyOf(SpeechEvent event) {
        return "%s reported by %s".formatted(event.utteranceId(), event.channel());
    }

    private static SpeechSegment utterance(int number) {
        String channel = "apart-%d".formatted(number % CHANNELS);
        String id = "%s.%d".formatted(channel, number / CHANNELS);
        return Speech.onChannel(channel, id, SpeechMode.ENQUEUE, 0, true, MILLIS, visemeOf(channel));
    }

    /** The mouths of neighbours differ. */
    private static Viseme visemeOf(String channel) {
        int number = Integer.parseInt(channel.substring(channel.indexOf('-') + 1));
        List<Viseme> spoken = List.of(Viseme.AA, Viseme.OH, Viseme.F, Viseme.IY);
        return spoken.get(number % spoken.size());
    }

    /** A viewer of one channel that records the utterances in its stream. */
    private static final class Listener {

        private final String channel;
        private final PartReader reader;
        private final Thread thread;
        private final Queue<ReadPart> parts = new ConcurrentLinkedQueue<>();

        Listener(String channel, URI root) {
            this.channel = channel;
            this.reader =
                    new PartReader(Http.open(root.resolve("/av/" + channel)).body());
            this.thread = Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            try {
                while (true) {
                    ReadPart part = reader.next();
                    parts.add(new ReadPart(part.headers(), part.isFrame() ? new byte[0] : part.body()));
                }
            } catch (IOException e) {
                // the channel was deleted
            }
        }

        void assertHasHeardItsOwnAndNothingElse() {
            assertThat(parts)
                    .allSatisfy(part -> assertThat(part.header("X-Utterance"))
                            .matches(utterance -> utterance.isEmpty() || utterance.startsWith(channel + ".")));
            assertThat(parts.stream().filter(ReadPart::isFrame).map(part -> part.header("X-Viseme")))
                    .contains(visemeOf(channel).label())
                    .isSubsetOf("Sil", "M", visemeOf(channel).label());
            assertThat(parts.stream()
                            .filter(part -> !part.isFrame())
                            .mapToInt(part -> part.body().length)
                            .sum())
                    .isEqualTo(UTTERANCES / CHANNELS * BYTES_OF_AN_UTTERANCE);
        }
    }
}
