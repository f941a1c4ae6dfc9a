package avatar.compositor.channel;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.avatar.AvatarLoader;
import avatar.compositor.jpeg.JpegFormat;
import avatar.compositor.playback.Channel;
import avatar.compositor.playback.FrameClock;
import avatar.compositor.playback.FrameLoop;
import avatar.compositor.playback.Ticker;
import avatar.compositor.render.FrameComposer;
import avatar.compositor.render.MouthTiles;
import avatar.contract.problem.AvatarException;
import io.quarkus.logging.Log;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A channel from its name on: its thread loads the avatar, as often as it takes, and then is the channel's clock.
 *
 * <pre>
 * loading ─► running
 *  ▲    │
 *  └────┘ bundle missing or broken
 * </pre>
 */
final class LiveChannel implements Runnable {

    /** Longer than any pause of a healthy process. */
    private static final long STANDSTILL_NANOS = Duration.ofSeconds(2).toNanos();

    private final String name;
    private final Path bundle;
    private final ChannelParts parts;
    private final CompletableFuture<Channel> started = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile String reason = "the avatar is being loaded";
    private volatile @Nullable FrameLoop loop;

    LiveChannel(String name, Path bundle, ChannelParts parts) {
        this.name = name;
        this.bundle = bundle;
        this.parts = parts;
    }

    String name() {
        return name;
    }

    /** The channel, once it runs. */
    CompletionStage<Channel> started() {
        return started.minimalCompletionStage();
    }

    Optional<Channel> running() {
        return Optional.ofNullable(started.getNow(null));
    }

    /** Why the channel shows nothing; empty if it does. */
    Optional<String> trouble() {
        FrameLoop running = loop;
        if (running == null) {
            return Optional.of(reason);
        }
        return running.nanosSinceLatestTick() < STANDSTILL_NANOS
                ? Optional.empty()
                : Optional.of("the frame clock stands still");
    }

    @Override
    public void run() {
        try {
            Avatar avatar = awaitAvatar();
            if (avatar != null) {
                show(avatar);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped.countDown();
        FrameLoop running = loop;
        if (running != null) {
            running.stop();
        }
    }

    private void show(Avatar avatar) {
        MouthTiles tiles = new MouthTiles(parts.mouthCacheBytes());
        try (FrameComposer composer = new FrameComposer(avatar, parts.render().strength(), tiles)) {
            FrameClock clock = new FrameClock(Ticker.system(), avatar.fps());
            Channel channel = new Channel(name, composer, clock, parts.playback(), parts.events());
            FrameLoop running = new FrameLoop(channel, clock);
            loop = running;
            started.complete(channel);
            if (stopped.getCount() > 0) {
                running.run();
            }
        }
    }

    private @Nullable Avatar awaitAvatar() throws InterruptedException {
        do {
            try {
                return load();
            } catch (AvatarException e) {
                fail(e.getMessage(), null);
            } catch (RuntimeException | LinkageError e) {
                fail(e.toString(), e);
            }
        } while (!stopped.await(parts.retryEvery().toMillis(), TimeUnit.MILLISECONDS));
        return null;
    }

    private Avatar load() {
        long begun = System.nanoTime();
        Avatar avatar = AvatarLoader.load(
                bundle, new JpegFormat(parts.render().quality(), parts.render().chroma()));
        Log.infof(
                "Avatar loaded channelId=%s avatar=%s frames=%d size=%dx%d fps=%s durationMs=%d heldMb=%d",
                name,
                avatar.id(),
                avatar.frames().size(),
                avatar.width(),
                avatar.height(),
                avatar.fps(),
                (System.nanoTime() - begun) / 1_000_000,
                avatar.bytesHeld() >> 20);
        return avatar;
    }

    /** One line for each reason, not for each try. */
    private void fail(@Nullable String message, @Nullable Throwable unforeseen) {
        String found = message == null ? "unknown" : message;
        if (!found.equals(reason)) {
            reason = found;
            Log.warnf(
                    unforeseen,
                    "Avatar can't be loaded, will look again every %d s channelId=%s error=%s",
                    parts.retryEvery().toSeconds(),
                    name,
                    found);
        }
    }
}
