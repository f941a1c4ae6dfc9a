package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One turn on a newly opened connection.
 *
 * <p>The connection has a separate {@link HttpClient}, which is closed with it. There is no other way to abort an
 * opening handshake, which could otherwise leave an open socket behind, or receive an endless refusal.
 *
 * <p>For the thread that waits for the speech; {@link #abort} is thread-safe.
 */
final class Exchange implements AutoCloseable {

    /** The maximum duration of a turn, however many messages arrive: a clause is spoken in seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** The time for the service to close the connection after a completed turn. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final HttpClient http;
    private final EdgeTurn turn;
    private final Duration stallTimeout;
    private final Consumer<Exchange> onEnd;
    private final MessageReceiver receiver;
    private @Nullable WebSocket socket;
    private long askedNanos;

    /**
     * Creates an exchange without opening its connection.
     *
     * @param http for this connection only
     * @param onEnd called when the connection has ended, on any thread, possibly more than once
     */
    Exchange(HttpClient http, EdgeTurn turn, Duration stallTimeout, Consumer<Exchange> onEnd) {
        this.http = http;
        this.turn = turn;
        this.stallTimeout = stallTimeout;
        this.onEnd = onEnd;
        this.receiver = new MessageReceiver(turn);
    }

    /** Opens the connection; fails as {@link WebSocket.Builder#buildAsync} does. */
    CompletableFuture<WebSocket> open(URI uri) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        EdgeAddress.headers().forEach(builder::header);
        return builder.buildAsync(uri, receiver);
    }

    /**
     * Requests speech.
     *
     * @param opened result of {@link #open}
     * @return the turn's speech; fails with an {@link EdgeFailure}
     */
    CompletableFuture<EdgeSpeech> speak(WebSocket opened, String config, String speech) {
        socket = opened;
        askedNanos = System.nanoTime();
        CompletableFuture<?> _ = opened.sendText(config, true)
                .thenCompose(sent -> sent.sendText(speech, true))
                .whenComplete((sent, error) -> {
                    if (error != null) {
                        turn.fail(new EdgeFailure(Kind.BROKEN, "The connection broke: " + error, error));
                    }
                });
        return turn.speech();
    }

    /** Nanoseconds left for the next message, or for the turn if that ends sooner; only after {@link #speak}. */
    long leftNanos() {
        long now = System.nanoTime();
        long turnNanos = now - askedNanos;
        long silentNanos = Math.min(turnNanos, now - receiver.heardNanos());
        return Math.min(stallTimeout.toNanos() - silentNanos, LONGEST.toNanos() - turnNanos);
    }

    /**
     * Ends the connection without waiting: with the closing handshake of RFC 6455 after a completed turn, else
     * immediately.
     */
    @Override
    public void close() {
        WebSocket open = socket;
        if (open == null || turn.speech().state() != Future.State.SUCCESS) {
            abort();
            return;
        }
        CompletableFuture<?> _ = open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .thenCompose(closed -> receiver.ended())
                .orTimeout(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((nothing, error) -> abort());
    }

    /** Ends the connection immediately in any state; an incomplete turn fails. */
    void abort() {
        turn.fail(new EdgeFailure(Kind.BROKEN, "The connection was aborted"));
        http.shutdownNow();
        onEnd.accept(this);
    }
}
