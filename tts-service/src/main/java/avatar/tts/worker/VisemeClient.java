package avatar.tts.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.VisemeTimeline;
import avatar.speech.audio.PcmClip;
import avatar.speech.narration.TimelineSource;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.SpokenClause.Script;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A client of viseme-service over HTTP, which retries while the service does not answer. */
@ApplicationScoped
class VisemeClient implements TimelineSource {

    private static final Executor LATER = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    /** Seconds of sound aligned per second, on a machine under load. */
    private static final int SOUND_PER_WORK = 10;

    private final HttpClient http;
    private final URI timelines;
    private final Duration timeout;
    private final Duration retryTimeout;

    VisemeClient(VisemeConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.timelines = config.url().resolve("/api/v1/timelines");
        this.timeout = config.timeout();
        this.retryTimeout = config.retryTimeout();
    }

    @Override
    public CompletableFuture<SpokenTimeline> timelineOf(SpokenClause clause) {
        Script script = clause.script();
        long endNanos = System.nanoTime() + retryTimeout.toNanos();
        Question question = script == null
                ? new Question(ofPhonemes(clause), clause.duration(), VisemeClient::withoutFindings)
                : new Question(ofSound(clause, script), clause.duration(), VisemeClient::withFindings);
        return ask(question, endNanos);
    }

    private static SpokenTimeline withoutFindings(byte[] answer) {
        return SpokenTimeline.of(Json.read(answer, VisemeTimeline.class));
    }

    private static SpokenTimeline withFindings(byte[] answer) {
        return Json.read(answer, SpokenTimeline.class);
    }

    private HttpRequest ofPhonemes(SpokenClause clause) {
        return HttpRequest.newBuilder(timelines)
                .header("Content-Type", "application/json")
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Json.write(new TimelineRequest(clause.duration(), clause.phonemes()))))
                .build();
    }

    /** A request that has the phonemes found in the sound first, whose timeout grows with the length of the sound. */
    private HttpRequest ofSound(SpokenClause clause, Script script) {
        MultipartForm form = new MultipartForm()
                .text("text", script.text())
                .text("language", script.language())
                // A fifth of the time for a fiftieth of the frames, because a listener waits.
                .text("effort", "quick")
                .wav("audio", new PcmClip(clause.sampleRateHz(), clause.audio()));
        if (!clause.words().isEmpty()) {
            form.text("words", new String(Json.write(clause.words()), UTF_8));
        }
        return HttpRequest.newBuilder(timelines)
                .header("Content-Type", form.contentType())
                .timeout(timeout.plus(clause.duration().dividedBy(SOUND_PER_WORK)))
                .POST(form.end())
                .build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private CompletableFuture<SpokenTimeline> ask(Question question, long endNanos) {
        return http.sendAsync(question.request(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> timeline(response, question))
                .exceptionallyCompose(failure -> retry(question, endNanos, failure));
    }

    private CompletableFuture<SpokenTimeline> retry(Question question, long endNanos, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof AvatarException refused && refused.code() != ErrorCode.SERVICE_UNAVAILABLE) {
            return CompletableFuture.failedFuture(refused);
        }
        if (System.nanoTime() - endNanos > 0) {
            return CompletableFuture.failedFuture(unavailable(cause));
        }
        return CompletableFuture.supplyAsync(() -> question, LATER).thenCompose(again -> ask(again, endNanos));
    }

    private SpokenTimeline timeline(HttpResponse<byte[]> response, Question question) {
        int status = response.statusCode();
        if (status >= 500) {
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE, "viseme-service answered with status %d".formatted(status));
        }
        if (status != 200) {
            throw new AvatarException(
                    ErrorCode.SYNTHESIS_FAILED,
                    "viseme-service refused the clause: %s".formatted(detail(response.body(), status)));
        }
        SpokenTimeline timeline = question.reader().apply(response.body());
        if (!timeline.duration().equals(question.duration())) {
            throw new AvatarException(
                    ErrorCode.SYNTHESIS_FAILED,
                    "viseme-service returned a timeline of %s for a sound of %s"
                            .formatted(timeline.duration(), question.duration()));
        }
        return timeline;
    }

    private static @Nullable String detail(byte[] body, int status) {
        try {
            return Json.read(body, Problem.class).detail();
        } catch (AvatarException e) {
            return "status %d".formatted(status);
        }
    }

    private AvatarException unavailable(@Nullable Throwable cause) {
        // Who asked for the speech does not need the address; who runs the service does.
        Log.warnf("viseme-service does not answer address=%s error=%s", timelines, cause);
        return new AvatarException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "viseme-service did not answer within %d ms".formatted(retryTimeout.toMillis()),
                cause);
    }

    /**
     * A request for a timeline.
     *
     * @param duration of the clause
     * @param reader of the answer's body
     */
    private record Question(HttpRequest request, Duration duration, Function<byte[], SpokenTimeline> reader) {}
}
