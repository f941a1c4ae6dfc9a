package avatar.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two compositors and two tts-services, of which one after the other is killed or stopped while ten channels speak to a
 * viewer each: nobody's connection ends, and nothing is left out. At full size, 200 utterances on 20 channels:
 * {@code -Davatar.test.failover.channels=20 -Davatar.test.failover.utterances=10}; with a broker that hangs for a minute:
 * {@code -Davatar.test.failover.hang=60}.
 */
@ExtendWith(RunningSystem.Extension.class)
class FailoverTest {

    private static final int CHANNELS = Integer.getInteger("avatar.test.failover.channels", 10);

    /** Of each channel, one after the other. */
    private static final int UTTERANCES = Integer.getInteger("avatar.test.failover.utterances", 1);

    /** How long the broker hangs. */
    private static final Duration HANG = Duration.ofSeconds(Integer.getInteger("avatar.test.failover.hang", 15));

    private static final double LONGEST_REPEAT = 1;
    private static final Duration TIMEOUT =
            Duration.ofSeconds(90).plusSeconds(12L * UTTERANCES).plus(HANG);
    private static final String TEXT = "This is a sentence that takes a while. Here comes another one, which is longer"
            + " than the first. And a third one follows. The fourth is the last but one. This one ends it.";

    @SuppressWarnings("NullAway.Init") // started before the tests
    private static RunningSystem system;

    @SuppressWarnings("NullAway.Init") // started before the tests
    private static Api api;

    private static final List<ChannelWatcher> WATCHERS = new ArrayList<>();

    @BeforeAll
    static void start(RunningSystem plain) throws IOException {
        Path data = plain.data().resolveSibling("data-of-two");
        copy(
                plain.data().resolve("avatars").resolve("default"),
                data.resolve("avatars").resolve("default"));
        system = new RunningSystem(data, "--compositors=2", "--tts=2");
        api = new Api(system);
        for (int i = 0; i < CHANNELS; i++) {
            assertThat(api.post(
                                    "/api/v1/channels",
                                    "application/json",
                                    body(Map.of("id", channel(i), "avatar", "default")))
                            .statusCode())
                    .isIn(200, 201);
            WATCHERS.add(new ChannelWatcher(system.at("/av/" + channel(i))));
        }
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(WATCHERS).allMatch(watcher -> watcher.frames() > 20));
    }

    @AfterAll
    static void stop() throws IOException {
        for (ChannelWatcher watcher : WATCHERS) {
            watcher.close();
        }
        if (system != null) {
            system.close();
        }
    }

    /** On a machine with nothing else to do it takes less than 3 s, most of them the session timeout. */
    @Test
    void compositorIsKilled() throws Exception {
        survives("compositor-service killed", 4, () -> kill("compositor-service"));
    }

    @Test
    void compositorIsStopped() throws Exception {
        survives(
                "compositor-service stopped",
                1,
                () -> system.processes("compositor-service").getFirst().destroy());
    }

    @Test
    void ttsServiceIsKilled() throws Exception {
        survives("tts-service killed", 1, () -> kill("tts-service"));
    }

    @Test
    void visemeServiceIsKilled() throws Exception {
        survives("viseme-service killed", 1, () -> kill("viseme-service"));
    }

    @Test
    void brokerIsKilled() throws Exception {
        survives("kafka killed", 1, () -> kill("kafka"));
    }

    /** It is stopped, not ended: connections to it stay open, and nothing answers. */
    @Test
    void brokerHangs() throws Exception {
        survives("kafka hangs for %d s".formatted(HANG.toSeconds()), 1, () -> {
            long broker = system.processes("kafka").getFirst().pid();
            signal(broker, "STOP");
            try {
                await().pollDelay(HANG).atMost(HANG.plusSeconds(5)).until(() -> true);
            } finally {
                signal(broker, "CONT");
            }
        });
    }

    /** Who fills the connections of the viewers is gone: they connect again. */
    @Test
    void gatewayIsKilled() throws Exception {
        List<String> said = begin();

        kill("web-ui");

        awaitDone(said);
    }

    @Test
    void everythingIsKilledAtOnce() throws Exception {
        List<String> said = begin();

        Stream.of("kafka", "web-ui", "compositor-service", "tts-service", "viseme-service", "setup-job")
                .flatMap(service -> system.processes(service).stream())
                .toList()
                .forEach(ProcessHandle::destroyForcibly);

        awaitDone(said);
        assertThat(SpokenRecords.finalStates(system.bootstrapServers(), said))
                .allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
    }

    /** Speaks on all channels; returns in the middle of it, with the utterances. */
    private static List<String> begin() {
        awaitBothCompositors();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            said.add(say(i));
        }
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(said).allMatch(id -> api.stateOf(id).equals("speaking")));
        return said;
    }

    private static void awaitDone(List<String> said) {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(said)
                        .allSatisfy(id -> assertThat(api.stateOf(id)).isEqualTo("done")));
    }

    private static void signal(long process, String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(process))
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(status).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void kill(String service) {
        system.processes(service).getFirst().destroyForcibly();
    }

    /**
     * Speaks on all channels, has something happen in the middle, and waits until all is said.
     *
     * @param longestPause seconds between two frames of any viewer, at most
     */
    private static void survives(String what, double longestPause, Runnable event) throws Exception {
        awaitBothCompositors();
        WATCHERS.forEach(ChannelWatcher::takeLongestPause);
        WATCHERS.forEach(ChannelWatcher::takeInterruptions);
        int endedBefore = WATCHERS.stream().mapToInt(ChannelWatcher::ended).sum();
        Map<String, Integer> utterances = new LinkedHashMap<>();
        List<String> first = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            first.add(say(i));
            utterances.put(first.getLast(), i);
            for (int more = 1; more < UTTERANCES; more++) {
                utterances.put(say(i), i);
            }
        }
        // The first of many may be over when the last was sent.
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(first)
                        .allMatch(id -> List.of("speaking", "done").contains(api.stateOf(id))));
        // In the middle of a sentence.
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        event.run();

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(utterances.keySet())
                        .allMatch(id -> List.of("done", "failed").contains(api.stateOf(id))));
        double pause = WATCHERS.stream()
                .mapToDouble(ChannelWatcher::takeLongestPause)
                .max()
                .orElse(0);
        int ended = WATCHERS.stream().mapToInt(ChannelWatcher::ended).sum() - endedBefore;
        int interruptions =
                WATCHERS.stream().mapToInt(ChannelWatcher::takeInterruptions).sum();
        Map<String, Map<Integer, Double>> lengths = SpokenRecords.lengthsOfSegments(system.bootstrapServers());
        double leftOut = 0;
        double twice = 0;
        for (Map.Entry<String, Integer> utterance : utterances.entrySet()) {
            HeardSpeech.Heard heard = WATCHERS.get(utterance.getValue())
                    .heard(utterance.getKey(), lengths.getOrDefault(utterance.getKey(), Map.of()));
            if (heard.leftOut() > 0 || heard.twice() > LONGEST_REPEAT) {
                System.out.printf(
                        "%s: left out %.2f s, twice %.2f s; segments %s; heard%s%n",
                        channel(utterance.getValue()),
                        heard.leftOut(),
                        heard.twice(),
                        lengths.get(utterance.getKey()),
                        WATCHERS.get(utterance.getValue()).describe(utterance.getKey()));
            }
            leftOut = Math.max(leftOut, heard.leftOut());
            twice = Math.max(twice, heard.twice());
        }
        System.out.printf(
                "%-28s pause %.2f s, connections ended %d, interruptions %d, left out %.2f s, twice %.2f s%n",
                what, pause, ended, interruptions, leftOut, twice);
        assertThat(utterances.keySet())
                .allSatisfy(id -> assertThat(api.stateOf(id)).isEqualTo("done"));
        assertThat(SpokenRecords.finalStates(
                        system.bootstrapServers(), utterances.keySet().stream().toList()))
                .allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
        assertThat(ended).as("connections that ended: %s", troubles()).isZero();
        assertThat(leftOut).as("seconds left out").isZero();
        assertThat(twice).as("seconds said twice").isLessThanOrEqualTo(LONGEST_REPEAT);
        assertThat(pause).as("seconds between two frames").isLessThanOrEqualTo(longestPause);
    }

    /** Waits until each of the two runs channels, and no viewer is on its way. */
    private static void awaitBothCompositors() {
        await().atMost(TIMEOUT).during(Duration.ofSeconds(2)).untilAsserted(() -> {
            assertThat(SpokenRecords.owners(system.bootstrapServers())).hasSize(2);
            assertThat(WATCHERS).allMatch(watcher -> watcher.takeLongestPause() < 0.5);
        });
    }

    private static List<String> troubles() {
        return WATCHERS.stream().map(ChannelWatcher::trouble).distinct().toList();
    }

    private static String say(int channel) {
        String path = "/api/v1/channels/%s/speech".formatted(channel(channel));
        var response =
                api.post(path, "application/json", body(Map.of("text", TEXT, "voice", "flite-slt", "mode", "enqueue")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return Api.json(response).path("utteranceId").asText();
    }

    private static String channel(int number) {
        return "guest-" + number;
    }

    private static String body(Map<String, String> fields) {
        return Json.mapper().valueToTree(fields).toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
