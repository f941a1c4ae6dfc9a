package avatar.web.gateway;

import static avatar.web.fake.FakeParts.part;
import static avatar.web.gateway.PartViewer.BREAK;
import static avatar.web.gateway.PartViewer.END;
import static avatar.web.gateway.PartViewer.INTERRUPTION;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.web.fake.ClusterProfile;
import avatar.web.fake.FakeCluster;
import avatar.web.fake.FakeParts;
import avatar.web.fake.FakeService;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that another instance continues; the first compositor has the channel. */
@QuarkusTest
@TestProfile(ClusterProfile.class)
class MovedStreamsTest {

    private static final String CHANNEL = FakeCluster.channelOf(0);
    private static final String STREAM = "/stream/%s.mjpeg?fps=5&width=100".formatted(CHANNEL);
    private static final String AV = "/av/" + CHANNEL;

    @SuppressWarnings("NullAway.Init") // set by FakeCluster
    FakeCluster cluster;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI gateway;

    @TestHTTPResource(management = true)
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI management;

    private final BlockingQueue<HttpServerRequest> firsts = new LinkedBlockingQueue<>();
    private final BlockingQueue<HttpServerRequest> seconds = new LinkedBlockingQueue<>();

    @BeforeEach
    void reset() {
        cluster.reset();
        await().atMost(ofSeconds(10))
                .pollInterval(ofMillis(20))
                .until(() -> given().get(AV).asString().startsWith("first "));
        cluster.first.answer(request -> open(request, firsts));
        cluster.second.answer(request -> open(request, seconds));
    }

    @Test
    void picturesContinueWithTheNextOwnersFirstPart() throws Exception {
        try (PartViewer viewer = new PartViewer(gateway, STREAM)) {
            HttpServerResponse old = next(firsts).response();
            old.write(part("old 1"));
            assertThat(viewer.next()).isEqualTo("old 1");

            cluster.announce(0, cluster.second);
            HttpServerRequest request = next(seconds);
            // The old owner goes on until the next one has something to show.
            old.write(part("old 2"));
            assertThat(viewer.next()).isEqualTo("old 2");
            old.write(part("old 3").slice(0, 20));
            request.response().write(part("new 1"));

            assertThat(viewer.next()).isEqualTo("new 1");
            assertThat(request.uri()).isEqualTo(STREAM);
            await().atMost(ofSeconds(5)).until(old::closed);
        }
    }

    @Test
    void streamThatBeganBeforeAnOwnerWasKnownMovesToItsOwner() throws Exception {
        cluster.first.answer(request -> request.response().end("{\"channels\": [{\"id\": \"one\"}]}"));
        cluster.second.answer(request -> request.response().end("{\"channels\": [{\"id\": \"two\"}]}"));
        await().atMost(ofSeconds(10))
                .until(() -> given().get("/api/v1/channels").asString().contains("two"));
        cluster.withdrawAll();
        // Only that of the configuration is asked.
        await().atMost(ofSeconds(10))
                .until(() -> !given().get("/api/v1/channels").asString().contains("two"));
        cluster.first.answer(request -> open(request, firsts));
        cluster.second.answer(request -> open(request, seconds));
        try (PartViewer viewer = new PartViewer(gateway, STREAM)) {
            next(firsts).response().write(part("old"));
            assertThat(viewer.next()).isEqualTo("old");

            cluster.announce(0, cluster.second);
            next(seconds).response().write(part("new"));

            assertThat(viewer.next()).isEqualTo("new");
        }
    }

    @Test
    void soundIsInterruptedWhenItsChannelMoves() throws Exception {
        try (PartViewer viewer = new PartViewer(gateway, AV)) {
            next(firsts).response().write(part("old"));
            assertThat(viewer.next()).isEqualTo("old");

            cluster.announce(0, cluster.second);
            next(seconds).response().write(part("new 1"));

            assertThat(viewer.next()).isEqualTo(INTERRUPTION);
            assertThat(viewer.next()).isEqualTo("new 1");
        }
    }

    @Test
    void soundIsInterruptedAsSoonAsItsCompositorIsGone() throws Exception {
        try (PartViewer viewer = new PartViewer(gateway, AV)) {
            HttpServerResponse old = next(firsts).response();
            old.write(part("old 1"));
            assertThat(viewer.next()).isEqualTo("old 1");

            old.write(part("old 2").slice(0, 30));
            cluster.first.stop();
            assertThat(viewer.next()).isEqualTo(INTERRUPTION);

            cluster.announce(0, cluster.second);
            next(seconds).response().write(part("new 1"));
            assertThat(viewer.next()).isEqualTo("new 1");
        }
    }

    @Test
    void partsStayWholeWhenACompositorBreaksOffInOne() throws Exception {
        try (PartViewer viewer = new PartViewer(gateway, STREAM)) {
            HttpServerResponse old = next(firsts).response();
            old.write(part("old 1"));
            old.write(part("old 2").slice(0, 30));
            assertThat(viewer.next()).isEqualTo("old 1");

            cluster.announce(0, cluster.second);
            HttpServerResponse young = next(seconds).response();
            old.reset();
            young.write(part("new 1"));

            assertThat(viewer.next()).isEqualTo("new 1");
        }
    }

    @Test
    void streamSurvivesSeveralCompositors() throws Exception {
        try (PartViewer viewer = new PartViewer(gateway, STREAM)) {
            for (int i = 0; i < 3; i++) {
                HttpServerResponse stream = next(firsts).response();
                stream.write(part("part " + i));
                assertThat(viewer.next()).isEqualTo("part " + i);
                // Without an announcement: the same compositor is there again.
                stream.reset();
            }
        }
        assertThat(metrics()).contains("avatar_web_streams_moved_total");
    }

    @Test
    void endsInOrderWhenItsChannelIsDeleted() throws Exception {
        try (PartViewer viewer = new PartViewer(gateway, AV)) {
            HttpServerResponse stream = next(firsts).response();
            stream.write(part("last"));
            assertThat(viewer.next()).isEqualTo("last");

            cluster.first.answer(
                    request -> request.response().setStatusCode(404).end());
            stream.end();

            assertThat(viewer.next()).isEqualTo(INTERRUPTION);
            assertThat(viewer.next()).isEqualTo(END);
        }
    }

    @Test
    void breaksWhenNobodyContinuesItInTime() throws Exception {
        double lost = lost();
        try (PartViewer viewer = new PartViewer(gateway, STREAM)) {
            next(firsts).response().write(part("last"));
            assertThat(viewer.next()).isEqualTo("last");

            cluster.first.stop();

            assertThat(viewer.next()).isEqualTo(BREAK);
        }
        assertThat(lost()).isEqualTo(lost + 1);
    }

    @Test
    void viewerThatLeavesWhileItsChannelMovesIsForgotten() throws Exception {
        PartViewer viewer = new PartViewer(gateway, STREAM);
        HttpServerResponse old = next(firsts).response();
        old.write(part("old"));
        assertThat(viewer.next()).isEqualTo("old");
        cluster.announce(0, cluster.second);
        HttpServerResponse young = next(seconds).response();

        viewer.close();

        await().atMost(ofSeconds(5)).until(() -> {
            young.write(part("new"));
            return old.closed() && young.closed();
        });
    }

    @Test
    void eventsContinueFromAnotherTtsService() throws Exception {
        BlockingQueue<HttpServerRequest> listeners = new LinkedBlockingQueue<>();
        cluster.tts.answer(request -> listen(request, listeners));
        cluster.otherTts.answer(request -> listen(request, listeners));

        try (Viewer viewer = new Viewer(gateway, "/api/v1/channels/main/events")) {
            HttpServerRequest asked = next(listeners);
            asked.response().write("data: accepted\n\ndata: half");
            viewer.readTo("data: accepted");

            (isAt(cluster.tts, asked) ? cluster.tts : cluster.otherTts).stop();
            next(listeners).response().write("data: done\n\n");

            assertThat(viewer.readTo("data: done")).doesNotContain("half");
        }
    }

    @Test
    void eventsOfASetupContinueUntilTheirEnd() throws Exception {
        BlockingQueue<HttpServerRequest> listeners = new LinkedBlockingQueue<>();
        cluster.first.answer(request -> listen(request, listeners));
        cluster.second.answer(request -> listen(request, listeners));

        try (Viewer viewer = new Viewer(gateway, "/api/v1/setups/42/events")) {
            HttpServerRequest asked = next(listeners);
            asked.response().write("data: running\n\n");
            viewer.readTo("data: running");

            (isAt(cluster.first, asked) ? cluster.first : cluster.second).stop();
            next(listeners).response().end("data: done\n\n");

            viewer.readTo("data: done");
            // The last chunk.
            viewer.readTo("0");
        }
    }

    private static boolean isAt(FakeService service, HttpServerRequest request) {
        return request.localAddress().port() == URI.create(service.url()).getPort();
    }

    private String metrics() {
        return given().get(management.resolve("/q/metrics")).asString();
    }

    private double lost() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("avatar_web_streams_lost_total"))
                .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".* ", "")))
                .sum();
    }

    private static void open(HttpServerRequest request, BlockingQueue<HttpServerRequest> opened) {
        HttpServerResponse stream =
                request.response().setChunked(true).putHeader("content-type", FakeParts.CONTENT_TYPE);
        stream.write(FakeParts.OPENING);
        opened.add(request);
    }

    private static void listen(HttpServerRequest request, BlockingQueue<HttpServerRequest> listeners) {
        request.response().setChunked(true).putHeader("content-type", "text/event-stream");
        listeners.add(request);
    }

    private static HttpServerRequest next(BlockingQueue<HttpServerRequest> requests) throws InterruptedException {
        HttpServerRequest request = requests.poll(8, TimeUnit.SECONDS);
        assertThat(request).as("a request for the stream").isNotNull();
        return request;
    }
}
