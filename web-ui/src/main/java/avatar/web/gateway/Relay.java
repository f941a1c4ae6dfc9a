package avatar.web.gateway;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A viewer's response that survives the instances that fill it: when the one that does is gone, or another one has
 * taken over its channel, the response continues with the stream of that. On the viewer's context, except {@link
 * #placesChanged}.
 */
final class Relay implements Source.Reader {

    /** Instances that were away for a moment make no announcement. */
    private static final long SHORTEST_RETRY_MILLIS = 250;

    private static final long LONGEST_RETRY_MILLIS = 1000;

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Context context;
    private final HttpServerRequest request;
    private final HttpServerResponse viewer;
    private final Continuation continuation;
    private final Reconnection reconnection;
    private final RelayLog log;
    private final Duration timeout;

    /** Fills the response; null while nobody does. */
    private @Nullable Source current;
    /** Takes over with its first unit. */
    private @Nullable Source next;
    /** Is being connected to. */
    private @Nullable Instance called;

    private @Nullable Instance last;
    private long calls;
    private long retryMillis = SHORTEST_RETRY_MILLIS;
    private long retryTimer = NO_TIMER;
    private long timeoutTimer = NO_TIMER;
    private boolean isInterrupted;
    private boolean isOver;
    private Runnable onEnd = () -> {};

    /** @param timeout how long the viewer waits while nobody fills its response */
    Relay(
            Vertx vertx,
            HttpServerRequest request,
            Continuation continuation,
            Reconnection reconnection,
            RelayLog log,
            Duration timeout) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.request = request;
        this.viewer = request.response();
        this.continuation = continuation;
        this.reconnection = reconnection;
        this.log = log;
        this.timeout = timeout;
    }

    /**
     * Fills the response, whose head is set.
     *
     * @param onEnd runs when that is over
     */
    void begin(Source first, Runnable onEnd) {
        this.onEnd = onEnd;
        this.current = first;
        this.last = first.instance();
        viewer.closeHandler(left -> stop());
        // In place of the library's, which would reset the request of an instance that fills the response no more.
        viewer.exceptionHandler(broken -> stop());
        viewer.drainHandler(drained -> resume());
        if (viewer.closed()) {
            stop();
            return;
        }
        // Also of an empty opening the viewer gets the head.
        var _ = viewer.write(continuation.opening());
        first.read(continuation.splitters().get(), this);
        // The announcement may have come between the answer and now.
        seek();
    }

    /** Looks whether another instance is to fill the response. On any thread. */
    void placesChanged() {
        context.runOnContext(changed -> {
            List<Instance> places = continuation.places().get();
            if (called != null && !places.contains(called)) {
                calls++;
                called = null;
            }
            if (next != null && !places.contains(next.instance())) {
                next.close();
                next = null;
            }
            seek();
        });
    }

    @Override
    public void take(Source source, Buffer unit) {
        if (source == next) {
            takeOver(source);
        }
        if (source != current || isGone()) {
            return;
        }
        var _ = viewer.write(unit);
        isInterrupted = false;
        if (isFull()) {
            source.pause();
        }
    }

    @Override
    public void end(Source source, @Nullable Throwable failure) {
        if (source == next) {
            next = null;
            retryLater();
        } else if (source == current) {
            current = null;
            if (failure == null && continuation.hasEnd()) {
                finish();
                return;
            }
            interrupt();
            timeoutTimer = vertx.setTimer(timeout.toMillis(), expired -> lose());
            seek();
        }
    }

    private void takeOver(Source successor) {
        timeoutTimer = cancel(timeoutTimer);
        retryMillis = SHORTEST_RETRY_MILLIS;
        if (current != null) {
            current.close();
        }
        current = successor;
        next = null;
        interrupt();
        log.moved(request.path(), last, successor.instance());
        last = successor.instance();
    }

    /** Connects to another instance, if one is needed and none is being connected to. */
    private void seek() {
        retryTimer = cancel(retryTimer);
        if (isGone()) {
            stop();
        }
        if (isOver || next != null || called != null) {
            return;
        }
        List<Instance> places = continuation.places().get();
        // A viewer that takes nothing would only collect first parts.
        boolean isStuck = current == null && isFull();
        if (!isNeeded(places) || isStuck) {
            return;
        }
        if (places.isEmpty()) {
            retryLater();
            return;
        }
        called = places.getFirst();
        long call = ++calls;
        reconnection.connect(called).onComplete(result -> connected(call, result));
    }

    private boolean isNeeded(List<Instance> places) {
        if (current == null) {
            return true;
        }
        Instance present = current.instance();
        // Addresses of the configuration are as good as each other; an announced compositor is the one.
        return places.stream().anyMatch(Instance::isAnnounced)
                && places.stream().noneMatch(present::isAt);
    }

    private void connected(long call, AsyncResult<Reconnection.Answer> result) {
        if (isOver || call != calls) {
            if (result.succeeded()) {
                result.result().source().close();
            }
            return;
        }
        called = null;
        if (result.failed()) {
            retryLater();
            return;
        }
        Source source = result.result().source();
        if (result.result().isStream()) {
            next = source;
            source.read(continuation.splitters().get(), this);
            return;
        }
        source.close();
        if (result.result().isFinal() && current == null) {
            finish();
        } else {
            retryLater();
        }
    }

    private void retryLater() {
        if (!isOver && retryTimer == NO_TIMER) {
            retryTimer = vertx.setTimer(retryMillis, again -> {
                retryTimer = NO_TIMER;
                seek();
            });
            retryMillis = Math.min(LONGEST_RETRY_MILLIS, 2 * retryMillis);
        }
    }

    private void resume() {
        if (current != null) {
            current.resume();
        } else {
            seek();
        }
    }

    /** Tells the viewer once that what follows does not continue what it has scheduled. */
    private void interrupt() {
        if (continuation.interruption() != null && !isInterrupted && !isGone()) {
            var _ = viewer.write(continuation.interruption());
            isInterrupted = true;
        }
    }

    private void finish() {
        stop();
        if (!isGone()) {
            viewer.end().onSuccess(ended -> StreamPipe.endForOldClients(request));
        }
    }

    private void lose() {
        stop();
        log.lost(request.path(), last);
        // Without its end, the response is seen to be incomplete.
        vertx.runOnContext(later -> viewer.reset());
    }

    private void stop() {
        if (isOver) {
            return;
        }
        isOver = true;
        retryTimer = cancel(retryTimer);
        timeoutTimer = cancel(timeoutTimer);
        if (current != null) {
            current.close();
            current = null;
        }
        if (next != null) {
            next.close();
            next = null;
        }
        onEnd.run();
    }

    /** Vert.x throws where a response that is over is asked anything. */
    private boolean isFull() {
        return !isGone() && viewer.writeQueueFull();
    }

    private boolean isGone() {
        return viewer.closed() || viewer.ended();
    }

    private long cancel(long timer) {
        if (timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
        return NO_TIMER;
    }
}
