package avatar.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.api.Management;
import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Random requests for every operation of the API: none is answered with an internal error, none is left without an
 * answer, and every service lives on. Many: {@code -Davatar.test.requests=10000}; others: {@code -Davatar.test.seed=2}.
 */
@ExtendWith(RunningSystem.Extension.class)
class RandomRequestsTest {

    private static final int REQUESTS = Integer.getInteger("avatar.test.requests", 600);
    private static final long SEED = Long.getLong("avatar.test.seed", 1);
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final List<String> SERVICES =
            List.of("tts-service", "viseme-service", "compositor-service", "web-ui", "kafka");

    /** What HTTP itself refuses: too long an address, too many headers. */
    private static final List<Integer> WITHOUT_A_PROBLEM = List.of(414, 431);

    @SuppressWarnings("NullAway.Init") // started before the tests
    private static RunningSystem system;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

    /** One of its own, whose channels and avatars nobody else needs. */
    @BeforeAll
    static void start(RunningSystem plain) throws IOException {
        Path data = plain.data().resolveSibling("data-of-random-requests");
        Path from = plain.data().resolve("avatars").resolve("default");
        Path to = Files.createDirectories(data.resolve("avatars").resolve("default"));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.deleteIfExists(copy);
                Files.copy(file, copy);
            }
        }
        system = new RunningSystem(data);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void areAnsweredAndHurtNobody() throws Exception {
        Map<String, List<Long>> before = processes();
        RequestGrammar grammar = new RequestGrammar(document(), SEED);
        assertThat(grammar.size()).isGreaterThan(25);
        List<RequestGrammar.Request> requests = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            requests.add(grammar.next(i));
        }

        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> sent = new ArrayList<>();
            for (RequestGrammar.Request request : requests) {
                sent.add(callers.submit(() -> send(request)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }

        System.out.printf("%d random requests, seed %d: %s%n", REQUESTS, SEED, statuses);
        assertThat(faults).isEmpty();
        // Some start a child of their own when it is first needed.
        Map<String, List<Long>> after = processes();
        before.forEach(
                (service, pids) -> assertThat(after.get(service)).as(service).containsAll(pids));
        assertThat(statuses.keySet()).contains(200, 202, 400, 404, 415);
        assertThatItStillSpeaks();
    }

    private void assertThatItStillSpeaks() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    URI readiness = Management.of(system.at("/"), Management.READINESS);
                    HttpRequest request = HttpRequest.newBuilder(readiness).build();
                    assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                            .isEqualTo(200);
                    Api api = new Api(system);
                    int created = api.post(
                                    "/api/v1/channels",
                                    "application/json",
                                    "{\"id\": \"main\", \"avatar\": \"default\"}")
                            .statusCode();
                    assertThat(created).isIn(200, 201);
                    assertThat(api.post(
                                            "/api/v1/channels/main/speech",
                                            "application/json",
                                            "{\"text\": \"Still here.\", \"voice\": \"flite-slt\"}")
                                    .statusCode())
                            .isEqualTo(202);
                });
    }

    private static Map<String, List<Long>> processes() {
        Map<String, List<Long>> processes = new TreeMap<>();
        SERVICES.forEach(service -> processes.put(
                service,
                system.processes(service).stream().map(ProcessHandle::pid).toList()));
        return processes;
    }

    private JsonNode document() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(system.at("/api/v1/openapi")).build();
        return Json.mapper()
                .readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }

    private void send(RequestGrammar.Request asked) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(system.at("/") + asked.path().substring(1)))
                    .timeout(LONGEST)
                    .method(
                            asked.method(),
                            asked.body().length == 0 && !asked.isChunked()
                                    ? BodyPublishers.noBody()
                                    : asked.isChunked()
                                            ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(asked.body()))
                                            : BodyPublishers.ofByteArray(asked.body()));
            if (asked.contentType() != null) {
                request.header("Content-Type", asked.contentType());
            }
            if (!asked.range().isEmpty()) {
                request.header("Range", asked.range());
            }
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                check(asked, answer, body);
            }
        } catch (IOException | IllegalArgumentException e) {
            faults.add("%s: %s".formatted(asked, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A 503 of the gateway for a service means that this did not answer in time. */
    private void check(RequestGrammar.Request asked, HttpResponse<InputStream> answer, InputStream body)
            throws IOException {
        int status = answer.statusCode();
        if (status < 400) {
            return;
        }
        String type = answer.headers().firstValue("content-type").orElse("none");
        String text = new String(body.readNBytes(2_000), UTF_8);
        boolean isProblem = type.startsWith(Problem.MEDIA_TYPE) || WITHOUT_A_PROBLEM.contains(status);
        boolean isFault = status >= 500 && status != 503 && status != 507;
        if (isFault || !isProblem || text.contains("does not answer right now")) {
            faults.add("%s: %d %s %s".formatted(asked, status, type, text));
        }
    }
}
