package avatar.compositor.renders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The known renders, bounded by their age, their number and the size of their files. Thread-safe. */
final class RenderShelf {

    private static final int MAX_RENDERS = 1_000;

    private final RenderFolder folder;
    private final long maxBytes;
    private final Duration maxAge;
    private final InstantSource clock;
    private final Map<String, RenderJob> jobs = new LinkedHashMap<>();

    RenderShelf(RenderFolder folder, long maxBytes, Duration maxAge, InstantSource clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    synchronized void add(RenderJob job) {
        jobs.put(job.id(), job);
    }

    synchronized void addAll(List<RenderJob> found) {
        found.forEach(this::add);
        tidy();
    }

    synchronized Optional<RenderJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** All of them, in the order in which they were added. */
    synchronized List<RenderJob> all() {
        return List.copyOf(jobs.values());
    }

    /** Removes a render and its file. */
    synchronized void remove(RenderJob job) {
        jobs.remove(job.id());
        folder.remove(job.file());
    }

    /** Removes renders that are too old, and the oldest of those that are too many or too large. */
    synchronized void tidy() {
        Instant oldest = clock.instant().minus(maxAge);
        long bytes = jobs.values().stream().mapToLong(RenderJob::bytes).sum();
        for (RenderJob job : new ArrayList<>(jobs.values())) {
            boolean isTooMuch = (bytes > maxBytes && job.bytes() > 0) || jobs.size() > MAX_RENDERS;
            if (job.state().isFinal() && (isTooMuch || job.ordered().isBefore(oldest))) {
                bytes -= job.bytes();
                remove(job);
            }
        }
    }
}
