package avatar.web.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.access.Grant;
import avatar.access.Link;
import avatar.access.Scope;
import avatar.web.fake.FakeParts;
import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that are open when their caller's rights end. */
@QuarkusTest
@TestProfile(KeysProfile.class)
@QuarkusTestResource(FakeServices.class)
class OpenStreamsTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI gateway;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void reset() {
        services.reset();
        services.compositor.answer(request -> {
            request.response()
                    .setChunked(true)
                    .putHeader("content-type", FakeParts.CONTENT_TYPE)
                    .write(Buffer.buffer(FakeParts.OPENING).appendBuffer(FakeParts.part("part 1")));
        });
    }

    @Test
    void theStreamsOfARevokedKeyEndAndThoseOfOthersGoOn() throws Exception {
        String revoked = TestKeys.create(Grant.of(Scope.WATCH, List.of("main")));
        await().until(() -> status(revoked) == 200);
        Stream ended = open("/stream/main.mjpeg", revoked);
        Stream other = open("/stream/main.mjpeg", TestKeys.text("watch"));

        TestKeys.revoke(revoked);

        await().atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(ended.isOver).isTrue());
        assertThat(other.isOver).isFalse();
        other.close();
    }

    @Test
    void theStreamOfALinkEndsWithIt() throws Exception {
        String maker = TestKeys.idOf(TestKeys.text("speak"));
        String token = TestKeys.ring()
                .signer()
                .sign(new Link("main", Scope.WATCH, Instant.now().plusSeconds(2), maker));
        Stream stream = open("/stream/main.mjpeg?token=" + token, null);

        assertThat(stream.isOver).isFalse();
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(stream.isOver).isTrue());
    }

    private int status(String key) throws Exception {
        return client.send(request("/api/v1/voices", key), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(String path, @Nullable String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
        if (key != null) {
            request.header("X-API-Key", key);
        }
        return request.build();
    }

    private Stream open(String path, @Nullable String key) throws Exception {
        InputStream in =
                client.send(request(path, key), BodyHandlers.ofInputStream()).body();
        assertThat(new String(in.readNBytes(7), US_ASCII)).startsWith("--frame");
        return new Stream(in);
    }

    /** A stream that is read until it ends. */
    private static final class Stream {

        private final InputStream in;
        volatile boolean isOver;

        Stream(InputStream in) {
            this.in = in;
            Thread.startVirtualThread(() -> {
                try {
                    in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // Broken off, as a stream without an end is ended.
                }
                isOver = true;
            });
        }

        void close() throws IOException {
            in.close();
        }
    }
}
