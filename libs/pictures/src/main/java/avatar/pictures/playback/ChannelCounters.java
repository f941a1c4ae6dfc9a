package avatar.pictures.playback;

import java.util.concurrent.atomic.AtomicLong;

/** The frames of a channel since its start. Counted in its turns; any thread may read. */
public final class ChannelCounters {

    private final AtomicLong composed = new AtomicLong();
    private final AtomicLong spliced = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /** Frames shown to viewers. */
    public long composed() {
        return composed.get();
    }

    /** Shown frames with a mouth on them. */
    public long spliced() {
        return spliced.get();
    }

    /** Frames skipped because their time was over. */
    public long late() {
        return late.get();
    }

    /** Frames not shown because of an error. */
    public long failed() {
        return failed.get();
    }

    void countComposed(boolean isSpliced) {
        composed.incrementAndGet();
        if (isSpliced) {
            spliced.incrementAndGet();
        }
    }

    void countLate(long frames) {
        late.addAndGet(frames);
    }

    void countFailed() {
        failed.incrementAndGet();
    }
}
