package avatar.tts.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.VisemeTimeline;
import avatar.tts.audio.PcmClip;
import avatar.tts.synthesis.SpokenClause;
import avatar.tts.synthesis.SpokenClause.Script;
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
import org.jspecify.annotations.Nullable;

/** Asks viseme-service over HTTP, and again while it does not answer. */
@ApplicationScoped
class VisemeClient implements TimelineSource {

    private static final Executor LATER = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    /** Seconds of sound in which phonemes are found in a second, on a machine that has other things to do. */
    private static final int SOUND_PER_WORK = 10;

    private final HttpClient http;
    private final URI timelines;
    private final Duration timeout;
    private final Duration patience;

    VisemeClient(VisemeConfig config) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.timeout())
                .build();
        this.timelines = config.url().resolve("/api/v1/timelines");
        this.timeout = config.timeout();
        this.patience = config.patience();
    }

    @Override
    public CompletableFuture<VisemeTimeline> timelineOf(SpokenClause clause) {
        Script script = clause.script();
        HttpRequest request = script == null ? ofPhonemes(clause) : ofSound(clause, script);
        return ask(request, clause.duration(), System.nanoTime() + patience.toNanos());
    }

    private HttpRequest ofPhonemes(SpokenClause clause) {
        return HttpRequest.newBuilder(timelines)
                .header("Content-Type", "application/json")
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        Json.write(new TimelineRequest(clause.duration(), clause.phonemes()))))
                .build();
    }

    /** Asks for the phonemes to be found in the sound first, which takes longer the longer it is. */
    private HttpRequest ofSound(SpokenClause clause, Script script) {
        MultipartForm form = new MultipartForm()
                .text("text", script.text())
                .text("language", script.language())
                // A fifth of the work for a fiftieth of the frames: somebody waits.
                .text("effort", "quick")
                .file("audio", "clause.wav", "audio/wav", new PcmClip(clause.sampleRateHz(), clause.audio()).toWav());
        if (!script.words().isEmpty()) {
            form.text("words", new String(Json.write(script.words()), UTF_8));
        }
        return HttpRequest.newBuilder(timelines)
                .header("Content-Type", form.contentType())
                .timeout(timeout.plus(clause.duration().dividedBy(SOUND_PER_WORK)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.end()))
                .build();
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private CompletableFuture<VisemeTimeline> ask(HttpRequest request, Duration duration, long endNanos) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> timeline(response, duration))
                .exceptionallyCompose(failure -> retry(request, duration, endNanos, failure));
    }

    private CompletableFuture<VisemeTimeline> retry(
            HttpRequest request, Duration duration, long endNanos, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof AvatarException refused && refused.code() != ErrorCode.SERVICE_UNAVAILABLE) {
            return CompletableFuture.failedFuture(refused);
        }
        if (System.nanoTime() - endNanos > 0) {
            return CompletableFuture.failedFuture(unavailable(cause));
        }
        return CompletableFuture.supplyAsync(() -> request, LATER).thenCompose(again -> ask(again, duration, endNanos));
    }

    private VisemeTimeline timeline(HttpResponse<byte[]> response, Duration duration) {
        int status = response.statusCode();
        if (status >= 500) {
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE, "viseme-service at %s answers %d".formatted(timelines, status));
        }
        if (status != 200) {
            throw new AvatarException(
                    ErrorCode.SYNTHESIS_FAILED,
                    "viseme-service refused the clause: %s".formatted(detail(response.body(), status)));
        }
        VisemeTimeline timeline = Json.read(response.body(), VisemeTimeline.class);
        if (!timeline.duration().equals(duration)) {
            throw new AvatarException(
                    ErrorCode.SYNTHESIS_FAILED,
                    "viseme-service answered a timeline of %s for a sound of %s"
                            .formatted(timeline.duration(), duration));
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
        return new AvatarException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "viseme-service at %s did not answer within %d ms: %s".formatted(timelines, patience.toMillis(), cause),
                cause);
    }
}
