package avatar.compositor.channel;

import avatar.pictures.library.AvatarLibrary;
import avatar.pictures.library.Loan;
import avatar.pictures.playback.FrameScheduler;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Regular work on all channels: takes the avatar from channels that are idle, reopens those whose avatar was made
 * again, and unloads avatars that no channel uses.
 */
@Singleton
class ChannelUpkeep {

    private static final Duration MAX_INTERVAL = Duration.ofSeconds(10);

    private final ChannelRegistry channels;
    private final AvatarLibrary library;
    private final FrameScheduler scheduler;
    private final Duration idleAfter;
    private final Duration keep;

    /** Editions of avatars that can't be loaded: tried once, not in every round. */
    private final Map<String, String> unusable = new ConcurrentHashMap<>();

    ChannelUpkeep(
            ChannelRegistry channels,
            AvatarLibrary library,
            FrameScheduler scheduler,
            ChannelConfig config,
            AvatarsConfig avatars) {
        this.channels = channels;
        this.library = library;
        this.scheduler = scheduler;
        this.idleAfter = config.idleAfter();
        this.keep = avatars.keep();
    }

    void start(@Observes StartupEvent event) {
        Duration round = idleAfter.dividedBy(4);
        scheduler.every(round.compareTo(MAX_INTERVAL) < 0 ? round : MAX_INTERVAL, this::round);
    }

    private void round() {
        List<LiveChannel> all = channels.all();
        all.forEach(channel -> channel.unloadAfter(idleAfter));
        renew(all);
        library.unload(keep.toNanos());
    }

    /**
     * Reopens channels whose avatar was made again. One that speaks keeps the old avatar until the next round, and one
     * whose new avatar can't be loaded keeps it for good.
     */
    private void renew(List<LiveChannel> all) {
        Map<String, String> editions = new HashMap<>();
        for (LiveChannel channel : all) {
            String edition = editions.computeIfAbsent(channel.avatarId(), library::edition);
            if (channel.isOlderThan(edition) && !edition.equals(unusable.get(channel.avatarId()))) {
                var _ = library.borrow(channel.avatarId())
                        .whenComplete((loan, failure) -> renew(channel, edition, loan, failure));
            }
        }
    }

    private void renew(LiveChannel channel, String edition, @Nullable Loan loan, @Nullable Throwable failure) {
        if (loan == null) {
            Log.warnf(
                    "New avatar can't be loaded, channels keep the old one avatar=%s error=%s",
                    channel.avatarId(), failure);
            unusable.put(channel.avatarId(), edition);
            return;
        }
        // Held until the channel has it, too.
        try (loan) {
            channels.reopen(channel);
        }
    }
}
