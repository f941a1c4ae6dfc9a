package avatar.faces.video;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resamples pictures with any times to a constant rate: at every tick of that rate, the picture
 * whose time is nearest.
 *
 * <p>Pictures that already have the rate all pass, once each.
 */
final class SteadyPace {

    private final Supplier<@Nullable TimedImage> source;
    private final double fps;
    private final double maxSeconds;

    private TimedImage current;
    private @Nullable TimedImage next;
    private long tick;

    /** Reads the {@code first} picture and then, in the order of their times, those of {@code source} up to null. */
    SteadyPace(TimedImage first, Supplier<@Nullable TimedImage> source, double fps, double maxSeconds) {
        this.source = source;
        this.fps = fps;
        this.maxSeconds = maxSeconds;
        this.current = first;
        this.next = source.get();
    }

    /** The picture of the next tick, or null after the last. */
    @Nullable
    BgrImage read() {
        double due = tick / fps;
        while (next != null && next.seconds() - due <= due - current.seconds()) {
            current = next;
            next = source.get();
        }
        // Less than half: a video of twice the rate ends half a tick after its last picture, and the tick there is
        // none.
        boolean isOver = next == null && due > current.seconds() + 0.49 / fps;
        if (isOver || due >= maxSeconds) {
            return null;
        }
        tick++;
        return current.image();
    }
}
