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

/** Polls services until they are ready, a process of the system ends, or the timeout is over. */
final class Readiness {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build();
    private final CompletableFuture<ChildProcess> firstToEnd;
    private final long endNanos;
    private final Duration timeout;

    Readiness(CompletableFuture<ChildProcess> firstToEnd, Duration timeout) {
        this.firstToEnd = firstToEnd;
        this.timeout = timeout;
        this.endNanos = System.nanoTime() + timeout.toNanos();
    }

    /**
     * Returns when a service is ready.
     *
     * @param url of its readiness
     *
     * @throws LaunchException with its last answer, or with the process that ended and why
     */
    void await(ChildProcess service, URI url) {
        String answer = ask(url);
        while (!answer.isEmpty()) {
            throwIfAnyEnds();
            if (System.nanoTime() - endNanos > 0) {
                throw new LaunchException("%s was not ready within %d s: %s; %s"
                        .formatted(
                                service.name(),
                                timeout.toSeconds(),
                                answer,
                                service.output().tail()));
            }
            answer = ask(url);
        }
    }

    /** The answer of a service that is not ready; empty if it is ready. */
    private String ask(URI url) {
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(ANSWER_TIMEOUT).build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return response.statusCode() == OK
                    ? ""
                    : "%s answered %d %s"
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
            // All are running.
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a process is no failure", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted", e);
        }
    }
}
