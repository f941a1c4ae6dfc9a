package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client of Microsoft's read-aloud service. Calls block and are thread-safe. {@link #close} ends all connections and
 * threads; calls in progress fail with an {@link EdgeFailure}.
 *
 * @see <a href="https://github.com/rany2/edge-tts">a client that follows the changes of the service</a>
 */
final class EdgeClient implements AutoCloseable {

    private final EdgeSettings settings;
    private final ServerClock clock;
    private final EdgeAddress address;
    private final EdgeConnections connections;

    EdgeClient(EdgeSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = new ServerClock(clock);
        this.address = new EdgeAddress(settings.url(), this.clock);
        this.connections = new EdgeConnections(settings);
    }

    /**
     * Synthesizes a text; retries once if the first attempt failed quickly.
     *
     * @throws EdgeFailure if there is no speech
     */
    EdgeSpeech speak(String ssml) {
        return retried(() -> attempt(ssml));
    }

    /**
     * Reads the list of voices as JSON.
     *
     * @throws EdgeFailure if the list could not be read
     */
    byte[] voices() {
        return retried(this::list);
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Retries once. Apart from this, the JDK immediately repeats a request whose connection ends before any answer. */
    private <T> T retried(Supplier<T> work) {
        try {
            return work.get();
        } catch (EdgeFailure e) {
            if (connections.isClosed() || (e.kind() != Kind.BROKEN && e.kind() != Kind.REFUSED)) {
                throw e;
            }
            return work.get();
        }
    }

    private byte[] list() {
        Duration timeout = settings.connectTimeout().plus(settings.stallTimeout());
        HttpResponse<byte[]> response =
                await(VoiceListRequest.send(connections.http(), address), left(timeout), noAnswer());
        if (response.statusCode() != 200) {
            throw refused(response, null);
        }
        return VoiceListRequest.list(response);
    }

    private EdgeSpeech attempt(String ssml) {
        String requestId = EdgeAddress.newId();
        try (Exchange exchange = connections.begin(new EdgeTurn(requestId))) {
            LongSupplier left = left(settings.connectTimeout());
            WebSocket socket = await(exchange.open(address.speech()), left, noAnswer());
            Instant now = clock.instant();
            CompletableFuture<EdgeSpeech> speech =
                    exchange.speak(socket, EdgeRequests.config(now), EdgeRequests.speech(requestId, now, ssml));
            return await(
                    speech,
                    exchange::leftNanos,
                    "The service sent nothing for %d ms"
                            .formatted(settings.stallTimeout().toMillis()));
        }
    }

    private static LongSupplier left(Duration timeout) {
        long endNanos = System.nanoTime() + timeout.toNanos();
        return () -> endNanos - System.nanoTime();
    }

    /**
     * Waits for an answer; cancels the request on timeout.
     *
     * @param leftNanos time left for the answer; called again when that is over
     * @param timedOut the message on timeout
     */
    private <T> T await(CompletableFuture<T> answer, LongSupplier leftNanos, String timedOut) {
        try {
            long left = leftNanos.getAsLong();
            do {
                try {
                    return answer.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    left = leftNanos.getAsLong();
                }
            } while (left > 0);
            throw new EdgeFailure(Kind.TIMED_OUT, timedOut);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EdgeFailure(Kind.TIMED_OUT, "Interrupted while waiting for %s".formatted(address.host()), e);
        } finally {
            answer.cancel(true);
        }
    }

    private EdgeFailure failure(@Nullable Throwable cause) {
        return switch (cause) {
            case EdgeFailure known -> known;
            case WebSocketHandshakeException e -> refused(e.getResponse(), e);
            case HttpTimeoutException e -> new EdgeFailure(Kind.TIMED_OUT, noAnswer(), e);
            case null -> unreachable("unknown", null);
            default -> unreachable(reason(cause), cause);
        };
    }

    private String noAnswer() {
        return "%s did not answer within %d ms"
                .formatted(address.host(), settings.connectTimeout().toMillis());
    }

    private EdgeFailure unreachable(String reason, @Nullable Throwable cause) {
        return new EdgeFailure(Kind.BROKEN, "%s can't be reached: %s".formatted(address.host(), reason), cause);
    }

    /**
     * The message of an error; the JDK's client leaves some without, so that of a cause or the exception's name is
     * used.
     */
    private static String reason(Throwable error) {
        if (error.getMessage() != null) {
            return error.getMessage();
        }
        return error.getCause() == null ? error.getClass().getSimpleName() : reason(error.getCause());
    }

    /** Handles a refusal. Status 403 reports an expired token; such an answer has the service's own time. */
    private EdgeFailure refused(HttpResponse<?> response, @Nullable Exception cause) {
        if (response.statusCode() != 403) {
            return new EdgeFailure(
                    Kind.BROKEN, "%s answers %d".formatted(address.host(), response.statusCode()), cause);
        }
        clock.correct(response.headers().firstValue("Date").orElse(null));
        return new EdgeFailure(Kind.REFUSED, "%s refuses the token (403)".formatted(address.host()), cause);
    }
}
