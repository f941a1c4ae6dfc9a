package avatar.compositor.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The viewers whose connections one thread serves: it is called once for all of them, and not again until it has run.
 */
final class EventLoopViewers {

    private final Executor thread;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isCalled = new AtomicBoolean();

    EventLoopViewers(Executor thread) {
        this.thread = thread;
    }

    void add(Viewer viewer) {
        viewers.add(viewer);
    }

    void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    /** Has the waiting parts of all viewers written. */
    void call() {
        if (!viewers.isEmpty() && isCalled.compareAndSet(false, true)) {
            thread.execute(this::serve);
        }
    }

    private void serve() {
        isCalled.set(false);
        viewers.forEach(Viewer::drain);
    }
}
