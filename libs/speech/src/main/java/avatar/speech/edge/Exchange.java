package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One turn on one connection, and the patience with both. */
final class Exchange {

    /** However lively the connection is: a clause is spoken in seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Of RFC 6455, 7.4.1: what was sent makes no sense to the service, and never will. */
    private static final Set<Integer> REJECTIONS = Set.of(1003, 1007, 1008);

    private final Vertx vertx;
    private final EdgeTurn turn;
    private final Duration stallTimeout;
    private volatile @Nullable WebSocket socket;
    private volatile boolean isOver;
    private volatile long heardNanos;

    Exchange(Vertx vertx, EdgeTurn turn, Duration stallTimeout) {
        this.vertx = vertx;
        this.turn = turn;
        this.stallTimeout = stallTimeout;
    }

    /** Listens to a connection that has come about; maybe too late, then it is closed. */
    void begin(WebSocket opened) {
        socket = opened;
        opened.textMessageHandler(text -> {
            heardNanos = System.nanoTime();
            turn.onText(text);
        });
        opened.binaryMessageHandler(frame -> {
            heardNanos = System.nanoTime();
            turn.onBinary(frame);
        });
        opened.exceptionHandler(e -> turn.fail(new EdgeFailure(Kind.BROKEN, "The connection broke: " + e, e)));
        opened.closeHandler(nothing -> turn.fail(hungUp(opened.closeStatusCode(), opened.closeReason())));
        if (isOver) {
            opened.close();
        }
    }

    /** Asks for speech, and watches that it comes. */
    void say(String config, String speech) {
        WebSocket open = socket;
        if (open == null) {
            turn.fail(new EdgeFailure(Kind.BROKEN, "There is no connection"));
            return;
        }
        heardNanos = System.nanoTime();
        watch(System.nanoTime());
        open.writeTextMessage(config)
                .compose(sent -> open.writeTextMessage(speech))
                .onFailure(e -> turn.fail(new EdgeFailure(Kind.BROKEN, "The connection broke: " + e, e)));
    }

    /** Hangs up, whatever became of the turn. */
    void end() {
        isOver = true;
        WebSocket open = socket;
        if (open != null) {
            open.close();
        }
    }

    private static EdgeFailure hungUp(@Nullable Short status, @Nullable String reason) {
        boolean isRejected = status != null && REJECTIONS.contains(status.intValue());
        return new EdgeFailure(
                isRejected ? Kind.REJECTED : Kind.BROKEN,
                "The service hung up in mid-speech: %s %s".formatted(status, reason));
    }

    private void watch(long startNanos) {
        long now = System.nanoTime();
        long left = heardNanos + stallTimeout.toNanos() - now;
        if (turn.speech().isDone()) {
            return;
        }
        if (left <= 0 || now - startNanos > LONGEST.toNanos()) {
            turn.fail(new EdgeFailure(
                    Kind.SILENT, "The service said nothing for %d ms".formatted(stallTimeout.toMillis())));
            return;
        }
        vertx.setTimer(Math.max(1, Duration.ofNanos(left).toMillis()), timer -> watch(startNanos));
    }
}
