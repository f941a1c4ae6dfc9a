package avatar.pictures.playback;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The ids seen last: a bounded memory. Anyone may call. */
public final class RecentIds {

    private final int capacity;
    private final SequencedSet<String> ids = new LinkedHashSet<>();

    public RecentIds(int capacity) {
        this.capacity = capacity;
    }

    /** Whether the id is new here. */
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
