package avatar.compositor.channel;

import avatar.pictures.playback.FrameScheduler;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Channels that another compositor runs, but that still have viewers here. Thread-safe. */
@Singleton
public class Departures {

    /** Longer than the channel's next compositor needs to show it, also where it is loaded for the first time. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Set<LiveChannel> leaving = ConcurrentHashMap.newKeySet();
    private final FrameScheduler scheduler;

    Departures(FrameScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Closes a channel when its viewers are gone, or after some seconds. */
    void add(LiveChannel channel) {
        leaving.add(channel);
        look(channel, LONGEST);
    }

    private void look(LiveChannel channel, Duration left) {
        if (channel.channel().viewers() == 0 || left.isNegative()) {
            leaving.remove(channel);
            var _ = channel.close();
        } else {
            scheduler.after(POLL, () -> look(channel, left.minus(POLL)));
        }
    }

    /** Waits until no such channel is left, at most for so long. */
    public void await(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!leaving.isEmpty() && System.nanoTime() - deadline < 0) {
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
