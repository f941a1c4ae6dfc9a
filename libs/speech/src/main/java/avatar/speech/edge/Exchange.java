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
 * One turn on one connection, which is opened for it.
 *
 * <p>The connection has an {@link HttpClient} of its own, which ends with it: there is no other way to give up an opening
 * handshake, which may otherwise leave an open socket nobody knows of, or go on receiving a refusal without end.
 *
 * <p>For the thread that waits for the speech; {@link #abort} is for any.
 */
final class Exchange implements AutoCloseable {

    /** However lively the connection is: a clause is spoken in seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** How long a service that has spoken may take to close the connection too. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final HttpClient http;
    private final EdgeTurn turn;
    private final Duration stallTimeout;
    private final Consumer<Exchange> onEnd;
    private final MessageReceiver receiver;
    private @Nullable WebSocket socket;
    private long askedNanos;

    /**
     * Begins nothing yet.
     *
     * @param http for this connection only
     * @param onEnd is called when the connection has ended, from any thread, maybe more than once
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
     * Asks for speech.
     *
     * @param opened of {@link #open}
     * @return the turn's; fails with an {@link EdgeFailure}
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

    /** Nanoseconds left for the next message, or for the turn if it ends sooner; only after {@link #speak}. */
    long leftNanos() {
        long now = System.nanoTime();
        long turnNanos = now - askedNanos;
        long silentNanos = Math.min(turnNanos, now - receiver.heardNanos());
        return Math.min(stallTimeout.toNanos() - silentNanos, LONGEST.toNanos() - turnNanos);
    }

    /** Ends the connection: as RFC 6455 has it where the service has spoken, and else at once. Does not wait. */
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

    /** Ends the connection at once, whatever it is doing; a turn that is not over fails. */
    void abort() {
        turn.fail(new EdgeFailure(Kind.BROKEN, "The connection was given up"));
        http.shutdownNow();
        onEnd.accept(this);
    }
}
