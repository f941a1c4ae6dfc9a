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

/** Keeps count of what is done, and tells it at the beginning of a stage, and at most four times a second. */
public final class Progress {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Before that much is done, an estimate would only jump. */
    private static final double LEAST_TO_ESTIMATE = 0.04;

    private final Consumer<Step> listener;
    private final InstantSource clock;
    private final double effort;
    private final long startMillis;
    private long toldMillis;
    private @Nullable Stage toldStage;
    private final Map<Stage, Long> firstMillis = new EnumMap<>(Stage.class);

    public Progress(Consumer<Step> listener, InstantSource clock) {
        this(listener, clock, 1);
    }

    /** @param effort how many times as long as usual the mouths take */
    public Progress(Consumer<Step> listener, InstantSource clock, double effort) {
        this.listener = listener;
        this.clock = clock;
        this.effort = effort;
        this.startMillis = clock.millis();
    }

    /** So much of that stage is done, 0..1. */
    public synchronized void at(Stage stage, double done) {
        long now = clock.millis();
        firstMillis.putIfAbsent(stage, now);
        if (stage == toldStage && now - toldMillis < PAUSE.toMillis()) {
            return;
        }
        toldMillis = now;
        toldStage = stage;
        double overall = stage.overall(Math.clamp(done, 0, 1), effort);
        listener.accept(new Step(stage, Math.clamp(done, 0, 1), overall, left(now - startMillis, overall)));
    }

    /** How long each stage took, the last one up to now; by their labels, in order. */
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
     * The same clip; going through it is told as that stage.
     *
     * @param pictures that are expected; if there are more, the stage stands at its end
     */
    public Clip watch(Stage stage, Clip clip, int pictures) {
        return new WatchedClip(clip, (index, picture) -> at(stage, Math.min(1, (double) index / pictures)));
    }
}
