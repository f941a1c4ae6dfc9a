package avatar.compositor.stream;

import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A viewer and the options of its stream. For the channel's turns. */
final class Subscription {

    private final Viewer viewer;
    private final StreamOptions options;
    private final Cadence cadence;
    private final @Nullable SoundFeed feed;
    private final AtomicBoolean hasLeft = new AtomicBoolean();

    /** @param channelFps frames of the channel a second */
    Subscription(Viewer viewer, StreamOptions options, double channelFps) {
        this.viewer = viewer;
        this.options = options;
        this.cadence = options.fps() == null
                ? Cadence.all()
                : Cadence.of(options.fps(), channelFps, options.isShownLate() && !options.hears());
        Duration lead = options.lead();
        this.feed = lead == null ? null : new SoundFeed(lead, Duration.ofNanos((long) (1e9 / channelFps)));
    }

    /** Whether it leaves now: true once. */
    boolean leaves() {
        return hasLeft.compareAndSet(false, true);
    }

    Viewer viewer() {
        return viewer;
    }

    StreamOptions options() {
        return options;
    }

    boolean hears() {
        return options.hears();
    }

    boolean takes(Frame frame) {
        return cadence.takes(frame.number());
    }

    /**
     * The sound that this viewer gets before a frame.
     *
     * @param shared the parts of all new sound, for viewers without a {@code lead}
     */
    List<Sound> sounds(Frame frame, List<AudioClip> news, Supplier<List<Sound>> shared) {
        if (!hears()) {
            return List.of();
        }
        if (feed == null) {
            return news.isEmpty() ? List.of() : shared.get();
        }
        feed.add(news);
        return feed.take(frame.due()).stream()
                .map(clip -> new Sound(clip.utteranceId(), Part.of(clip)))
                .toList();
    }

    /** Whether {@link #sounds} are for this viewer alone. */
    boolean hasOwnSounds() {
        return feed != null;
    }

    void endUtterance(String utteranceId) {
        if (feed != null) {
            feed.endUtterance(utteranceId);
        }
        viewer.endUtterance(utteranceId);
    }
}
