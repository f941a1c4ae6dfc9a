package avatar.pictures.playback;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The latest ids, up to a limit. Thread-safe. */
public final class RecentIds {

    private final int capacity;
    private final SequencedSet<String> ids = new LinkedHashSet<>();

    public RecentIds(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an id; true if it is new. */
    public synchronized boolean add(String id) {
        boolean isNew = ids.add(id);
        if (ids.size() > capacity) {
            ids.removeFirst();
        }
        return isNew;
    }

    public synchronized boolean contains(String id) {
        return ids.contains(id);
    }
}
