package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the messages of a connection from their fragments and passes them to a turn. The turn fails when the
 * connection ends early, or sends a message that is too large; such a connection is not read any further.
 *
 * <p>The connection calls its listener from one thread at a time; {@link #heardNanos} and {@link #ended} are
 * thread-safe.
 */
final class MessageReceiver implements WebSocket.Listener {

    /** In bytes, or characters of a text. A frame of sound has some kilobytes. */
    static final int LARGEST_MESSAGE = 1 << 20;

    /** Close codes of RFC 6455, 7.4.1, with which the service rejects a request for good. */
    private static final Set<Integer> REJECTIONS = Set.of(1003, 1007, 1008);

    private final EdgeTurn turn;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile long heardNanos = System.nanoTime();

    MessageReceiver(EdgeTurn turn) {
        this.turn = turn;
    }

    /**
     * The arrival of the last complete message in the time of {@link System#nanoTime}; before the first, the time of
     * creation.
     */
    long heardNanos() {
        return heardNanos;
    }

    /** Completes when the service has closed the connection or it broke; never if it is aborted on this side. */
    CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence fragment, boolean isLast) {
        if (fits(text.length(), fragment.length())) {
            text.append(fragment);
            if (isLast) {
                heardNanos = System.nanoTime();
                turn.onText(text.toString());
                text.setLength(0);
            }
            socket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer fragment, boolean isLast) {
        if (fits(binary.size(), fragment.remaining())) {
            byte[] bytes = new byte[fragment.remaining()];
            fragment.get(bytes);
            binary.writeBytes(bytes);
            if (isLast) {
                heardNanos = System.nanoTime();
                turn.onBinary(binary.toByteArray());
                binary.reset();
            }
            socket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        turn.fail(new EdgeFailure(
                REJECTIONS.contains(status) ? Kind.REJECTED : Kind.BROKEN,
                "The service closed the connection before the end of the clause: %d %s".formatted(status, reason)));
        ended.complete(null);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        turn.fail(new EdgeFailure(Kind.BROKEN, "The connection broke: " + error, error));
        ended.complete(null);
    }

    private boolean fits(int received, int more) {
        if (received + more <= LARGEST_MESSAGE) {
            return true;
        }
        turn.fail(new EdgeFailure(
                Kind.BROKEN, "Expected a message of at most %d bytes, found a longer one".formatted(LARGEST_MESSAGE)));
        return false;
    }
}
