package avatar.compositor.stream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A connection that takes {@code capacity} parts until a test lets them leave. */
final class FakeWire implements Wire {

    final List<String> written = new ArrayList<>();
    boolean isHungUp;

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

    @Override
    public boolean isFull() {
        return leaving.size() >= capacity;
    }

    @Override
    public Future<Void> write(Buffer part) {
        written.add(part.toString());
        leaving.add(Promise.promise());
        return leaving.getLast().future();
    }

    @Override
    public void onDrain(Runnable task) {
        onDrain = task;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void hangUp() {
        isHungUp = true;
    }
}
