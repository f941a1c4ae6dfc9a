package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import avatar.compositor.testsupport.Http;
import avatar.compositor.testsupport.PartReader;
import avatar.compositor.testsupport.PartReader.ReadPart;
import avatar.compositor.testsupport.Surroundings;
import avatar.compositor.testsupport.Topic;
import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Pictures;
import avatar.pictures.playback.Speech;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class StreamTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TestHTTPResource(management = true)
    URI management;

    @TestHTTPResource("/")
    URI root;

    Surroundings surroundings;

    @BeforeEach
    void awaitReady() {
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                Http.get(management.resolve("/q/health/ready")).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void mjpegRunsAtTheRateOfTheVideo() throws IOException {
        HttpResponse<InputStream> response = Http.open(at("/stream/main.mjpeg?t=1"));
        List<ReadPart> parts = read(response, 30);

        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("multipart/x-mixed-replace;boundary=frame"))
                .containsEntry("x-accel-buffering", List.of("no"))
                .containsEntry("cache-control", List.of("no-store, no-cache, must-revalidate"))
                .doesNotContainKey("access-control-allow-origin");
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(part.header("X-Timestamp")).matches("\\d{10}\\.\\d{6}");
            assertThat(part.header("X-Frame")).matches("\\d");
            assertThat(Pictures.decode(part.body())).hasSize(320 * 240 * 3);
        });
        double span = parts.getLast().timestamp() - parts.get(1).timestamp();
        assertThat(span).isBetween(28 * 0.04 - 0.001, 28 * 0.04 + 0.4);
    }

    @Test
    void soundComesBeforeTheFramesThatSpeakIt() throws IOException {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS);
                PartReader reader = new PartReader(Http.open(at("/av/main")).body())) {
            reader.next();
            events.send(
                    Speech.replace("sound", 0, false, 400, Viseme.AA), Speech.replace("sound", 1, true, 200, Viseme.M));

            List<ReadPart> spoken = readUtterance(reader, "sound");

            List<ReadPart> audio =
                    spoken.stream().filter(part -> !part.isFrame()).toList();
            List<ReadPart> frames = spoken.stream().filter(ReadPart::isFrame).toList();
            assertThat(spoken.getFirst().header("Content-Type"))
                    .isEqualTo("audio/pcm;rate=16000;channels=1;format=s16le");
            assertThat(audio).extracting(part -> part.header("X-Segment")).containsExactly("0", "1");
            assertThat(audio).extracting(part -> part.body().length).containsExactly(12_800, 6_400);
            assertThat(audio.get(1).timestamp() - audio.get(0).timestamp()).isBetween(0.399999, 0.400001);
            double sounding = frames.getFirst().timestamp() - audio.getFirst().timestamp();
            assertThat(sounding)
                    .as("it starts when it comes, between two frames")
                    .isBetween(0.0, 0.04);
            assertThat(Double.parseDouble(frames.getFirst().header("X-Audio-Position")))
                    .as("in the middle of the frame")
                    .isCloseTo(sounding + 0.02, within(2e-6));
            assertThat(frames).extracting(part -> part.header("X-Viseme")).contains("Aa", "M");
            assertThat(frames.size()).isBetween(8, 16);
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.statesOf("sound")).containsExactly("speaking", "done"));
        }
    }

    @Test
    void viewerThatJoinsGetsTheRestOfTheSound() throws IOException {
        try (Topic events = new Topic(surroundings.bootstrapServers(), Topics.SPEECH_EVENTS)) {
            events.send(Speech.replace("joined", 0, true, 5000));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.statesOf("joined")).contains("speaking"));

            try (PartReader reader = new PartReader(Http.open(at("/av/main")).body())) {
                ReadPart rest = reader.next();
                ReadPart frame = reader.next();

                assertThat(rest.isFrame()).isFalse();
                assertThat(rest.body().length).isLessThan(160_000).isGreaterThan(16_000);
                assertThat(frame.header("X-Utterance")).isEqualTo("joined");
                // A newer frame may have taken the place of the one that the sound began with.
                assertThat(rest.timestamp()).isBetween(frame.timestamp() - 0.5, frame.timestamp() + 0.001);
            }
            events.send(Speech.stop("stopped"));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(events.statesOf("joined")).containsExactly("speaking", "stopped"));
        }
    }

    @Test
    void snapshotIsTheCurrentFrame() {
        HttpResponse<byte[]> response = Http.bytes(at("/snapshot/main.jpg"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("image/jpeg"))
                .containsEntry("cache-control", List.of("no-store, no-cache, must-revalidate"));
        assertThat(Pictures.decode(response.body())).hasSize(320 * 240 * 3);
    }

    @Test
    void stateDescribesChannelsAndViewers() throws IOException {
        try (PartReader reader = new PartReader(Http.open(at("/av/main")).body())) {
            for (int i = 0; i < 60; i++) {
                reader.next();
            }

            JsonNode channel =
                    Json.mapper().readTree(Http.get(at("/state")).body()).at("/channels/0");

            assertThat(channel.at("/channel").asText()).isEqualTo("main");
            assertThat(channel.at("/ready").asBoolean()).isTrue();
            assertThat(channel.at("/running/avatar").asText()).isEqualTo("default");
            assertThat(channel.at("/running/width").asInt()).isEqualTo(320);
            assertThat(channel.at("/running/fps").asDouble()).isEqualTo(25);
            assertThat(channel.at("/running/frames/composed").asLong()).isGreaterThanOrEqualTo(60);
            assertThat(channel.at("/viewers/0/stream").asText()).isEqualTo("av");
            assertThat(channel.at("/viewers/0/fps").asInt()).isBetween(15, 30);
            assertThat(channel.at("/viewers/0/sent").asLong()).isGreaterThan(50);
        }
    }

    @Test
    void viewersThatLeaveAreForgotten() throws IOException {
        new PartReader(Http.open(at("/stream/main.mjpeg")).body()).close();

        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(metric("avatar_compositor_viewers{channel=\"main\"}"))
                        .isZero());
        double composed = metric("avatar_compositor_frames_composed_total{channel=\"main\"}");
        await().during(Duration.ofMillis(400))
                .untilAsserted(() -> assertThat(metric("avatar_compositor_frames_composed_total{channel=\"main\"}"))
                        .as("nothing is composed without viewers")
                        .isLessThanOrEqualTo(composed + 1));
    }

    @Test
    void viewerThatTakesNoBytesIsDisconnectedAndDelaysNoOther() throws IOException {
        double cutOff = metric("avatar_compositor_viewers_cut_off_total{channel=\"main\"}");
        try (Socket stuck = new Socket();
                PartReader other = new PartReader(Http.open(at("/av/main")).body())) {
            stuck.setReceiveBufferSize(4096);
            stuck.connect(new InetSocketAddress(root.getHost(), root.getPort()));
            stuck.getOutputStream()
                    .write("GET /av/main HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            double last = other.next().timestamp();
            double start = last;
            while (metric("avatar_compositor_viewers_cut_off_total{channel=\"main\"}") == cutOff) {
                for (int i = 0; i < 10; i++) {
                    double next = other.next().timestamp();
                    assertThat(next - last).isLessThan(1);
                    last = next;
                }
                assertThat(last - start).as("seconds").isLessThan(30);
            }
        }
        assertThat(metric("avatar_compositor_viewer_frames_dropped_total{channel=\"main\"}"))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/stream/other.mjpeg, 404, NOT_FOUND, no channel 'other'; there is main",
                "/av/other, 404, NOT_FOUND, no channel 'other'; there is main",
                "/snapshot/other.jpg, 404, NOT_FOUND, no channel 'other'; there is main",
                "/stream/main, 404, NOT_FOUND, '/stream/main' must end in '.mjpeg'",
                "/stream/Bad_Name.mjpeg, 400, INVALID_CHANNEL, Invalid channel id: found 'Bad_Name'",
                "/nothing, 404, NOT_FOUND, Nothing is at '/nothing'",
                "/av/%20, 400, INVALID_CHANNEL, Invalid channel id: found ' '",
            })
    void unknownPathOrChannelIsAProblem(String path, int status, String code, String detail) {
        HttpResponse<String> response = Http.get(at(path));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().map()).containsEntry("content-type", List.of("application/problem+json"));
        Problem problem = Json.read(response.body().getBytes(StandardCharsets.UTF_8), Problem.class);
        assertThat(problem.type()).isEqualTo("urn:avatar:problem:" + code);
        assertThat(problem.detail()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource({"/stream/main.mjpeg", "/av/main?x=y", "/snapshot/main.jpg", "/state"})
    void headIsAnsweredWithoutABody(String path) {
        HttpResponse<String> response = Http.request("HEAD", at(path));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void nothingButReadingWorks() {
        HttpResponse<String> response = Http.request("POST", at("/state"));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().map()).containsEntry("allow", List.of("GET, HEAD"));
        assertThat(response.body()).contains("urn:avatar:problem:METHOD_NOT_ALLOWED");
    }

    private URI at(String path) {
        return root.resolve(path);
    }

    private double metric(String line) {
        return Http.get(management.resolve("/q/metrics"))
                .body()
                .lines()
                .filter(found -> found.startsWith(line))
                .mapToDouble(found -> Double.parseDouble(found.substring(line.length())))
                .sum();
    }

    private static List<ReadPart> read(HttpResponse<InputStream> response, int count) throws IOException {
        List<ReadPart> parts = new ArrayList<>();
        try (PartReader reader = new PartReader(response.body())) {
            while (parts.size() < count) {
                parts.add(reader.next());
            }
        }
        return parts;
    }

    /** All parts that bear the utterance's name, in order, until the first that does not after them. */
    private static List<ReadPart> readUtterance(PartReader reader, String id) throws IOException {
        List<ReadPart> parts = new ArrayList<>();
        ReadPart part = reader.next();
        for (int i = 0; i < 500 && (parts.isEmpty() || belongsTo(part.headers(), id)); i++) {
            if (belongsTo(part.headers(), id)) {
                parts.add(part);
            }
            part = reader.next();
        }
        return parts;
    }

    private static boolean belongsTo(Map<String, String> headers, String id) {
        return id.equals(headers.get("X-Utterance"));
    }
}
