package avatar.web.gateway;

import static avatar.web.fake.FakeParts.part;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.web.fake.FakeParts;
import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class StreamingTest {

    private static final int MANY = 120;

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI gateway;

    /** The compositor's side of the streams that were requested. */
    private final BlockingQueue<HttpServerResponse> streams = new LinkedBlockingQueue<>();

    @BeforeEach
    void reset() {
        services.reset();
        services.compositor.answer(this::openStream);
    }

    @Test
    void passesEveryPartOnWhenItComes() throws Exception {
        try (Viewer viewer = new Viewer(gateway, "/av/main")) {
            HttpServerResponse stream = nextStream();

            stream.write(part("part 1"));
            viewer.readTo("part 1");
            stream.write(part("part 2"));
            viewer.readTo("part 2");
        }
    }

    @Test
    void leavesTheStreamsHeadersAlone() throws Exception {
        try (Viewer viewer = new Viewer(gateway, "/stream/main.mjpeg")) {
            nextStream().write(part("part 1"));

            assertThat(viewer.readTo("part 1"))
                    .startsWith("HTTP/1.1 200 OK\n")
                    .containsIgnoringCase("content-type: multipart/x-mixed-replace;boundary=frame\n")
                    .doesNotContainIgnoringCase("content-encoding: gzip");
        }
    }

    @Test
    void hangsUpOnTheServiceWhenTheViewerLeaves() throws Exception {
        CompletableFuture<Void> left = new CompletableFuture<>();
        Viewer viewer = new Viewer(gateway, "/av/main");
        HttpServerResponse stream = nextStream();
        stream.closeHandler(left::complete);
        stream.write(part("part 1"));
        viewer.readTo("part 1");

        viewer.close();

        assertThat(left).succeedsWithin(ofSeconds(2));
    }

    @Test
    void closesTheConnectionWhenNobodyContinuesTheStream() throws Exception {
        try (Viewer viewer = new Viewer(gateway, "/stream/main.mjpeg")) {
            nextStream().write(part("part 1"));
            viewer.readTo("part 1");

            services.compositor.stop();

            assertThat(viewer.readToClose()).isEqualTo("--frame\r\n\r\n");
        }
    }

    @Test
    void passesEventsOnOneByOne() throws Exception {
        BlockingQueue<HttpServerResponse> events = new LinkedBlockingQueue<>();
        services.tts.answer(request -> {
            events.add(request.response());
            request.response().setChunked(true).putHeader("content-type", "text/event-stream");
        });

        try (Viewer viewer = new Viewer(gateway, "/api/v1/channels/main/events")) {
            HttpServerResponse stream = take(events);
            // Any other answer must begin within three seconds here.
            await().pollDelay(ofMillis(3_500)).until(() -> !stream.closed());
            stream.write("data: accepted\n\n");
            viewer.readTo("data: accepted");
            stream.write("data: speaking\n\n");
            viewer.readTo("data: speaking");
        }
    }

    @Test
    void servesManyViewersAtOnce() throws Exception {
        List<Viewer> viewers = new ArrayList<>();
        List<HttpServerResponse> open = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                viewers.add(new Viewer(gateway, "/av/main"));
                open.add(nextStream());
            }
            for (int number = 1; number <= 3; number++) {
                for (HttpServerResponse stream : open) {
                    stream.write(part("part " + number));
                }
                for (Viewer viewer : viewers) {
                    viewer.readTo("part " + number);
                }
            }
        } finally {
            for (Viewer viewer : viewers) {
                viewer.close();
            }
        }
    }

    @Test
    void letsTheServiceFeelASlowViewerAndSparesTheOthers() throws Exception {
        AtomicLong written = new AtomicLong();
        List<HttpServerResponse> flooded = new CopyOnWriteArrayList<>();
        services.compositor.answer(request -> {
            if (request.uri().endsWith("slow")) {
                flooded.add(request.response());
                flood(begun(request), written);
            } else {
                openStream(request);
            }
        });

        try (Viewer slow = new Viewer(gateway, "/av/slow");
                Viewer other = new Viewer(gateway, "/av/main")) {
            slow.readTo("HTTP/1.1 200");
            HttpServerResponse stream = nextStream();
            await().atMost(ofSeconds(5)).until(() -> flooded.getFirst().writeQueueFull());
            long whenFull = written.get();

            stream.write(part("part 1"));
            other.readTo("part 1");

            // Half a second of a 640 x 640 stream, not minutes of it.
            assertThat(whenFull).isLessThan(16 << 20);
            assertThat(flooded.getFirst().writeQueueFull()).isTrue();
        }
    }

    @Test
    void streamsToClientsOfHttp10() throws Exception {
        try (Viewer viewer = new Viewer(gateway, "/stream/main.mjpeg", "HTTP/1.0")) {
            HttpServerResponse stream = nextStream();
            stream.write(part("part 1"));

            assertThat(viewer.readTo("part 1"))
                    .startsWith("HTTP/1.0 200 OK\n")
                    .doesNotContainIgnoringCase("transfer-encoding");
            services.compositor.answer(
                    request -> request.response().setStatusCode(404).end());
            stream.end(part("part 2"));
            assertThat(viewer.readToClose()).endsWith("part 2\r\n--frame\r\n");
        }
    }

    private void openStream(HttpServerRequest request) {
        streams.add(begun(request));
    }

    private static HttpServerResponse begun(HttpServerRequest request) {
        HttpServerResponse stream =
                request.response().setChunked(true).putHeader("content-type", FakeParts.CONTENT_TYPE);
        stream.write(FakeParts.OPENING);
        return stream;
    }

    private static void flood(HttpServerResponse stream, AtomicLong written) {
        Buffer frame = part("x".repeat(64 * 1024));
        while (!stream.writeQueueFull() && !stream.closed()) {
            stream.write(frame);
            written.addAndGet(frame.length());
        }
        stream.drainHandler(drained -> flood(stream, written));
    }

    private HttpServerResponse nextStream() throws InterruptedException, IOException {
        return take(streams);
    }

    private static HttpServerResponse take(BlockingQueue<HttpServerResponse> queue)
            throws InterruptedException, IOException {
        HttpServerResponse response = queue.poll(5, TimeUnit.SECONDS);
        if (response == null) {
            throw new IOException("The service was not asked");
        }
        return response;
    }
}
