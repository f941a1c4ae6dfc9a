package avatar.mouths.engine;

import avatar.contract.viseme.Viseme;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.VisemeMouth;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Makes the mouths of an avatar. A new engine implements this and gets a line in {@link MouthEngines}; the command
 * line, requests over Kafka and manifests then know it.
 */
public interface MouthEngine {

    /** The name on the command line, in requests and in manifests. */
    String name();

    /** How many times as long as {@code warp} the engine takes, for estimates of the time left. */
    default double effort() {
        return 1;
    }

    /** Part of the time for the mouths that {@link #mouths} takes, 0..1; writing the patches takes the rest. */
    default double share() {
        return 0;
    }

    /** What a manifest records besides the engine's name: settings that change the mouths. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** A remark for the user on an option that has no effect on this engine. */
    default Optional<String> remark() {
        return Optional.empty();
    }

    /**
     * Checks that the engine can work here, before anything is written.
     *
     * @throws avatar.contract.problem.AvatarException if it can't, for example MODEL_MISSING
     */
    default void prepare() {}

    /**
     * Makes the mouths of the visemes that this engine is able to make; the others are left to {@code warp}.
     *
     * @param warp of the reference frame, whose mask and box the mouths get
     * @param progress called with the part that is done, 0..1
     */
    Map<Viseme, ? extends VisemeMouth> mouths(MouthWarp warp, MouthSource source, DoubleConsumer progress);
}
