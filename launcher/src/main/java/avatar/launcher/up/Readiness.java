package avatar.launcher.up;

import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.LaunchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks services whether they are ready, until they are, one of the system's processes ends, or it takes too long. */
final class Readiness {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_PATIENCE).build();
    private final CompletableFuture<ChildProcess> firstToEnd;
    private final long endNanos;
    private final Duration patience;

    Readiness(CompletableFuture<ChildProcess> firstToEnd, Duration patience) {
        this.firstToEnd = firstToEnd;
        this.patience = patience;
        this.endNanos = System.nanoTime() + patience.toNanos();
    }

    /**
     * Returns when the service at {@code url} says that it is ready.
     *
     * @throws LaunchException saying what its last answer was, or which process ended and why
     */
    void await(ChildProcess service, URI url) {
        String answer = ask(url);
        while (!answer.isEmpty()) {
            throwIfAnyEnds();
            if (System.nanoTime() - endNanos > 0) {
                throw new LaunchException("%s was not ready within %d s: %s; %s"
                        .formatted(
                                service.name(),
                                patience.toSeconds(),
                                answer,
                                service.output().tail()));
            }
            answer = ask(url);
        }
    }

    /** What stands against it being ready; empty if nothing. */
    private String ask(URI url) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                .timeout(ANSWER_PATIENCE)
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == OK
                    ? ""
                    : "%s says %d %s"
                            .formatted(
                                    request.uri(),
                                    response.statusCode(),
                                    response.body().replaceAll("\\s+", " "));
        } catch (IOException e) {
            return "%s does not answer".formatted(request.uri());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }

    private void throwIfAnyEnds() {
        try {
            throw firstToEnd.get(POLL.toMillis(), TimeUnit.MILLISECONDS).failure();
        } catch (TimeoutException e) {
            // All are there.
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process is no failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }
}
