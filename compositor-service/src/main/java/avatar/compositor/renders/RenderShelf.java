package avatar.compositor.renders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The films that are known: as many as are young enough, and as their files have room. Anyone may call it. */
final class RenderShelf {

    private static final int MOST = 1_000;

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

    synchronized void addAll(List<RenderJob> films) {
        films.forEach(this::add);
        tidy();
    }

    synchronized Optional<RenderJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** In the order in which they came. */
    synchronized List<RenderJob> all() {
        return List.copyOf(jobs.values());
    }

    /** Forgets it, and removes its file. */
    synchronized void remove(RenderJob job) {
        jobs.remove(job.id());
        folder.remove(job.file());
    }

    /** Removes what is too old, and the oldest of what is too much. */
    synchronized void tidy() {
        Instant oldest = clock.instant().minus(maxAge);
        long bytes = jobs.values().stream().mapToLong(RenderJob::bytes).sum();
        for (RenderJob job : new ArrayList<>(jobs.values())) {
            boolean isTooMuch = (bytes > maxBytes && job.bytes() > 0) || jobs.size() > MOST;
            if (job.state().isFinal() && (isTooMuch || job.ordered().isBefore(oldest))) {
                bytes -= job.bytes();
                remove(job);
            }
        }
    }
}
