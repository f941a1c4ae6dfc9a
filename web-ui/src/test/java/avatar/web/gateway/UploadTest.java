package avatar.web.gateway;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The upload of a video; the answer timeout is three seconds here. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class UploadTest {

    private static final int HALF = 1 << 20;

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI gateway;

    private final AtomicLong arrived = new AtomicLong();
    private final SubmissionPublisher<ByteBuffer> video = new SubmissionPublisher<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void isPassedOnAsItComesHoweverLongItTakes() {
        services.compositor.answer(request -> count(request)
                .endHandler(end -> request.response().setStatusCode(202).end("taken")));
        CompletableFuture<HttpResponse<String>> answer = upload();

        video.submit(ByteBuffer.allocate(HALF));
        await().atMost(ofSeconds(5)).until(() -> arrived.get() == HALF);
        await().pollDelay(ofMillis(3_500)).until(() -> !answer.isDone());
        video.submit(ByteBuffer.allocate(HALF));
        video.close();

        assertThat(answer).succeedsWithin(ofSeconds(5)).returns(202, HttpResponse::statusCode);
        assertThat(arrived).hasValue(2 * HALF);
    }

    @Test
    void isGivenUpWhenTheServiceHasItAllAndSaysNothing() {
        services.compositor.answer(this::count);
        CompletableFuture<HttpResponse<String>> answer = upload();
        video.submit(ByteBuffer.allocate(2 * HALF));
        video.close();

        assertThat(answer).succeedsWithin(ofSeconds(8)).returns(503, HttpResponse::statusCode);
    }

    private HttpServerRequest count(HttpServerRequest request) {
        return request.handler(chunk -> arrived.addAndGet(chunk.length()));
    }

    private CompletableFuture<HttpResponse<String>> upload() {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/avatars"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.fromPublisher(video, 2 * HALF))
                .build();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        await().atMost(ofSeconds(5)).until(video::hasSubscribers);
        return answer;
    }
}
