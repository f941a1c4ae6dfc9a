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
 * Speaks the protocol of the read-aloud service, as the browser does that it is made for. Callers wait; any thread may
 * call. {@link #close} ends all connections and threads, and whoever waits gets an {@link EdgeFailure}.
 *
 * @see <a href="https://github.com/rany2/edge-tts">a client that is kept up with the service</a>
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
     * Has a text spoken; tries again once if the first attempt broke quickly.
     *
     * @throws EdgeFailure if there is no speech
     */
    EdgeSpeech speak(String ssml) {
        return retried(() -> attempt(ssml));
    }

    /**
     * The list of voices as JSON.
     *
     * @throws EdgeFailure if there is none
     */
    byte[] voices() {
        return retried(this::list);
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Beside this, the JDK repeats a request once, at once, whose connection ends before any answer. */
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
                    "The service said nothing for %d ms"
                            .formatted(settings.stallTimeout().toMillis()));
        }
    }

    private static LongSupplier left(Duration timeout) {
        long endNanos = System.nanoTime() + timeout.toNanos();
        return () -> endNanos - System.nanoTime();
    }

    /**
     * Waits for an answer; cancels it if none comes.
     *
     * @param leftNanos how long it may still take; asked again when that is over
     * @param silence what it means if it takes longer
     */
    private <T> T await(CompletableFuture<T> answer, LongSupplier leftNanos, String silence) {
        try {
            long left = leftNanos.getAsLong();
            do {
                try {
                    return answer.get(left, TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    left = leftNanos.getAsLong();
                }
            } while (left > 0);
            throw new EdgeFailure(Kind.SILENT, silence);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EdgeFailure(Kind.SILENT, "%s was not waited for: interrupted".formatted(address.host()), e);
        } finally {
            answer.cancel(true);
        }
    }

    private EdgeFailure failure(@Nullable Throwable cause) {
        return switch (cause) {
            case EdgeFailure known -> known;
            case WebSocketHandshakeException e -> refused(e.getResponse(), e);
            case HttpTimeoutException e -> new EdgeFailure(Kind.SILENT, noAnswer(), e);
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

    /** The client of the JDK leaves some exceptions without a message; a cause has one, or at least a name that says it. */
    private static String reason(Throwable error) {
        if (error.getMessage() != null) {
            return error.getMessage();
        }
        return error.getCause() == null ? error.getClass().getSimpleName() : reason(error.getCause());
    }

    /** 403 is the answer to a token that is not of these five minutes; with it comes the service's own time. */
    private EdgeFailure refused(HttpResponse<?> response, @Nullable Exception cause) {
        if (response.statusCode() != 403) {
            return new EdgeFailure(
                    Kind.BROKEN, "%s answers %d".formatted(address.host(), response.statusCode()), cause);
        }
        clock.correct(response.headers().firstValue("Date").orElse(null));
        return new EdgeFailure(Kind.REFUSED, "%s refuses the token (403)".formatted(address.host()), cause);
    }
}
