package avatar.compositor.stream;

import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** A connection that takes {@code capacity} parts until a test lets them leave. */
final class FakeWire implements Wire {

    final List<String> written = new ArrayList<>();
    boolean isHungUp;
    boolean hasEnded;

    private final int capacity;
    private final Deque<Promise<Void>> leaving = new ArrayDeque<>();
    private Runnable onDrain = () -> {};

    FakeWire(int capacity) {
        this.capacity = capacity;
    }

    /** Lets everything that was written leave. */
    void drain() {
        while (!leaving.isEmpty()) {
            leaving.removeFirst().complete();
        }
        onDrain.run();
    }

    /** As {@link #drain}, and forgets it. */
    void takeAll() {
        drain();
        written.clear();
    }

    @Override
    public boolean isFull() {
        return leaving.size() >= capacity;
    }

    @Override
    public Future<Void> write(ByteBuf part) {
        written.add(part.toString(StandardCharsets.US_ASCII));
        part.release();
        leaving.add(Promise.promise());
        return leaving.getLast().future();
    }

    @Override
    public void onDrain(Runnable task) {
        onDrain = task;
    }

    @Override
    public Executor thread() {
        return Runnable::run;
    }

    @Override
    public void end() {
        hasEnded = true;
    }

    @Override
    public void hangUp() {
        isHungUp = true;
    }
}
