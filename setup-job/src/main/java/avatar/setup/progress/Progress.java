package avatar.setup.progress;

import avatar.faces.video.Clip;
import avatar.faces.video.WatchedClip;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the progress of a setup, and reports it at the beginning of a stage and at most four times a second. */
public final class Progress {

    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** Estimates of the time left begin here, since earlier ones jump. */
    private static final double LEAST_TO_ESTIMATE = 0.04;

    private final Consumer<Step> listener;
    private final InstantSource clock;
    private final double effort;
    private final long startMillis;
    private long reportedMillis;
    private @Nullable Stage reportedStage;
    private final Map<Stage, Long> firstMillis = new EnumMap<>(Stage.class);

    public Progress(Consumer<Step> listener, InstantSource clock) {
        this(listener, clock, 1);
    }

    /** @param effort factor of the time for the mouths, 1 for engine warp */
    public Progress(Consumer<Step> listener, InstantSource clock, double effort) {
        this.listener = listener;
        this.clock = clock;
        this.effort = effort;
        this.startMillis = clock.millis();
    }

    /** Reports that a part of a stage is done, 0..1. */
    public synchronized void at(Stage stage, double done) {
        long now = clock.millis();
        firstMillis.putIfAbsent(stage, now);
        if (stage == reportedStage && now - reportedMillis < INTERVAL.toMillis()) {
            return;
        }
        reportedMillis = now;
        reportedStage = stage;
        double overall = stage.overall(Math.clamp(done, 0, 1), effort);
        listener.accept(new Step(stage, Math.clamp(done, 0, 1), overall, left(now - startMillis, overall)));
    }

    /** The time of each stage, of the last one up to now; by their labels, in order. */
    public synchronized Map<String, Double> seconds() {
        LinkedHashMap<String, Double> seconds = new LinkedHashMap<>();
        long end = clock.millis();
        for (Stage stage : List.of(Stage.values()).reversed()) {
            Long start = firstMillis.get(stage);
            if (start != null) {
                seconds.putFirst(stage.label(), (end - start) / 1000.0);
                end = start;
            }
        }
        return seconds;
    }

    private static @Nullable Duration left(long elapsedMillis, double overall) {
        return overall < LEAST_TO_ESTIMATE
                ? null
                : Duration.ofMillis(Math.round(elapsedMillis * (1 - overall) / overall));
    }

    /**
     * The same clip, whose reading is reported as the progress of a stage.
     *
     * @param pictures expected number; further ones are reported as the end of the stage
     */
    public Clip watch(Stage stage, Clip clip, int pictures) {
        return new WatchedClip(clip, (index, picture) -> at(stage, Math.min(1, (double) index / pictures)));
    }
}
