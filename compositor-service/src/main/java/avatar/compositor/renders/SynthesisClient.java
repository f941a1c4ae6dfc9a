package avatar.compositor.renders;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Requests the speech of a text from tts-service. Thread-safe; callers block. */
final class SynthesisClient implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int MAX_PROBLEM_BYTES = 1 << 16;

    private final URI synthesis;
    private final Duration clauseTimeout;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final ScheduledExecutorService timeouts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("synthesis-timeout").factory());

    SynthesisClient(URI ttsService, Duration clauseTimeout) {
        this.synthesis = ttsService.resolve("/api/v1/synthesis");
        this.clauseTimeout = clauseTimeout;
    }

    /**
     * Requests the speech of a text; returns when it begins.
     *
     * @throws AvatarException as tts-service refuses it, or {@link ErrorCode#SERVICE_UNAVAILABLE} if it does not answer
     */
    Speech speak(RenderOrder order) {
        HttpRequest request = HttpRequest.newBuilder(synthesis)
                .header("Content-Type", "application/json")
                .timeout(clauseTimeout)
                .POST(BodyPublishers.ofByteArray(order.synthesis()))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() != OK) {
                throw refusal(answer);
            }
            return new Speech(
                    answer.body(), task -> timeouts.schedule(task, clauseTimeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            throw unavailable(e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("interrupted", e);
        }
    }

    private AvatarException refusal(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            Problem problem = Json.read(body.readNBytes(MAX_PROBLEM_BYTES), Problem.class);
            return new AvatarException(code(problem), String.valueOf(problem.detail()));
        } catch (AvatarException e) {
            return unavailable("status %d".formatted(answer.statusCode()), e);
        }
    }

    private static ErrorCode code(Problem problem) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> problem.type().endsWith(":" + code))
                .findFirst()
                .orElse(ErrorCode.SYNTHESIS_FAILED);
    }

    private AvatarException unavailable(String found, Exception cause) {
        // Who asked for the render does not need the address; who runs the service does.
        Log.warnf("tts-service does not answer address=%s found=%s", synthesis, found);
        return new AvatarException(
                ErrorCode.SERVICE_UNAVAILABLE, "tts-service does not answer; try again later", cause);
    }

    @Override
    public void close() {
        timeouts.shutdownNow();
        http.shutdownNow();
    }
}
