package avatar.pictures.playback;

import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One live stream, with an avatar or, while nobody needs one, without.
 *
 * <p>Everything happens in its {@link #turn turns}, of which there is one at a time; everybody leaves it tasks. Speech goes
 * on whether or not anybody watches; frames are composed only for somebody. Without either it rests: no turn is wanted.
 */
public final class Channel {

    /** Somebody who begins to watch. Called in the channel's turn. */
    public interface Newcomer {

        /** Takes the frame that is being seen, and the sound that goes on from there. */
        void welcome(Frame frame, List<AudioClip> audio);

        /** The channel ended before there was anything to see. */
        void turnAway();
    }

    private static final System.Logger LOG = System.getLogger(Channel.class.getName());
    private static final long NANOS_BETWEEN_WARNINGS = 1_000_000_000;

    private final String name;
    private final Ticker ticker;
    private final PlaybackSettings config;
    private final AvatarSource avatars;
    private final SpeechQueue speech;
    private final ChannelCounters counters = new ChannelCounters();
    private final RateMeter shown = new RateMeter();
    private final List<Audience> audiences = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Newcomer> newcomers = new ArrayList<>();

    private @Nullable Playback playback;
    private boolean isClosed;
    private long warnedNanos;

    private volatile Standing standing;

    /** @param since by {@link Ticker#nanos}: when this began, of a channel that rests; else when its next turn is due */
    private record Standing(
            boolean isResting, long since, @Nullable String speaking, int waiting) {}

    public Channel(String name, Ticker ticker, PlaybackSettings config, SpeechEvents events, AvatarSource avatars) {
        this.name = name;
        this.ticker = ticker;
        this.config = config;
        this.avatars = avatars;
        this.speech = new SpeechQueue(
                config,
                (utteranceId, state, detail) ->
                        events.publish(new SpeechEvent(utteranceId, name, state, detail, timeOfDay())));
        this.warnedNanos = ticker.nanos() - NANOS_BETWEEN_WARNINGS;
        this.standing = new Standing(true, ticker.nanos(), null, 0);
    }

    public String name() {
        return name;
    }

    public ChannelCounters counters() {
        return counters;
    }

    /** The utterance that is being said; null if none is. */
    public @Nullable String speaking() {
        return standing.speaking();
    }

    /** Utterances behind the one that is being said. */
    public int waiting() {
        return standing.waiting();
    }

    /** Whether nothing is said, nor waits to be. */
    public boolean isSilent() {
        Standing now = standing;
        return now.speaking() == null && now.waiting() == 0;
    }

    /** Frames shown to somebody in the latest whole second. */
    public int shownFps() {
        return shown.perSecond(ticker.nanos());
    }

    /** How late the next turn is: less than a frame or two while all is well. */
    public Duration overdue() {
        Standing now = standing;
        return now.isResting() ? Duration.ZERO : Duration.ofNanos(Math.max(0, ticker.nanos() - now.since()));
    }

    /** Everything shown from the next frame on is shown to them, too. */
    public void attach(Audience audience) {
        audiences.add(audience);
    }

    public void detach(Audience audience) {
        audiences.remove(audience);
    }

    public int viewers() {
        return audiences.stream().mapToInt(Audience::size).sum();
    }

    /** Gives a segment to the channel; the result completes when it was played or dropped. */
    public CompletionStage<Void> offer(SpeechSegment segment) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        execute(() -> {
            speech.add(segment, playback == null ? SpeechQueue.UNKNOWN : playback.now(), released);
            if (isClosed) {
                speech.dropAll(SpeechState.FAILED, "channel '%s' is gone".formatted(name));
            }
        });
        return released;
    }

    /** Shows somebody what is being seen, at once. */
    public void greet(Newcomer newcomer) {
        execute(() -> {
            if (isClosed) {
                newcomer.turnAway();
            } else {
                newcomers.add(newcomer);
            }
        });
    }

    /** Gives it an avatar, to be seen from now on. */
    public void useAvatar(Pictures pictures) {
        execute(() -> {
            FrameClock clock = new FrameClock(ticker, pictures.avatar().fps());
            playback = new Playback(pictures, clock, speech, config, counters);
            rest();
        });
    }

    /** Lets the avatar go if the channel has rested for so long. */
    public void releaseAvatarAfter(Duration restedFor) {
        execute(() -> {
            Playback seen = playback;
            if (seen != null
                    && seen.isResting()
                    && newcomers.isEmpty()
                    && ticker.nanos() - standing.since() >= restedFor.toNanos()) {
                playback = null;
                avatars.returned();
            }
        });
    }

    /** Ends it: what is said or waits is stopped, and its ids are the result; viewers are sent away. */
    public CompletionStage<List<String>> close() {
        CompletableFuture<List<String>> stopped = new CompletableFuture<>();
        execute(() -> {
            isClosed = true;
            stopped.complete(speech.ids());
            speech.dropAll(SpeechState.STOPPED, "channel '%s' was deleted".formatted(name));
            audiences.forEach(Audience::end);
            newcomers.forEach(Newcomer::turnAway);
            newcomers.clear();
            if (playback != null) {
                playback = null;
                avatars.returned();
            }
        });
        return stopped;
    }

    private void execute(Runnable task) {
        tasks.add(task);
        ticker.wake();
    }

    /** Does what is due; returns when the next turn is. */
    public long turn() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guard(task);
        }
        for (String utteranceId : speech.takeBrokenOff()) {
            audiences.forEach(audience -> guard(() -> audience.hush(utteranceId)));
        }
        Playback seen = playback;
        if (seen == null) {
            return awaitAvatar();
        }
        guard(() -> play(seen));
        if (!seen.isResting()) {
            standing = new Standing(false, seen.deadline(), seen.speaking(), speech.waiting());
        }
        return seen.deadline();
    }

    private void play(Playback seen) {
        if (seen.isIdle() && newcomers.isEmpty() && viewers() == 0) {
            if (!seen.isResting()) {
                seen.rest();
                rest();
            }
        } else if (seen.goOn()) {
            show(seen);
        }
        if (!newcomers.isEmpty()) {
            List<Newcomer> arrived = List.copyOf(newcomers);
            newcomers.clear();
            arrived.forEach(newcomer -> guard(() -> newcomer.welcome(seen.frame(), seen.soundAhead())));
        }
    }

    private void show(Playback seen) {
        List<AudioClip> sound = seen.newSound();
        boolean isShown = false;
        for (Audience audience : audiences) {
            if (audience.size() > 0) {
                audience.show(seen.frame(), sound);
                isShown = true;
            }
        }
        if (isShown) {
            shown.mark(ticker.nanos());
        }
    }

    /** Asks for an avatar if there is a need, and gives up after a while: speech must not wait for ever. */
    private long awaitAvatar() {
        if (speech.isEmpty() && newcomers.isEmpty()) {
            rest();
            return FrameScheduler.NEVER;
        }
        if (standing.isResting()) {
            long patience = config.segmentTimeout().toNanos();
            standing = new Standing(false, ticker.nanos() + patience, null, speech.waiting());
        } else if (ticker.nanos() >= standing.since()) {
            speech.dropAll(
                    SpeechState.FAILED,
                    "the avatar was not there within %s: %s".formatted(config.segmentTimeout(), avatars.trouble()));
            rest();
            return FrameScheduler.NEVER;
        }
        avatars.needed();
        return standing.since();
    }

    private void rest() {
        if (!standing.isResting()) {
            standing = new Standing(true, ticker.nanos(), null, 0);
        }
    }

    private Instant timeOfDay() {
        Playback seen = playback;
        return seen == null ? ticker.now() : seen.timeOfDay();
    }

    /** A frame that fails is counted, and the next one comes. */
    private void guard(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            counters.countFailed();
            long now = ticker.nanos();
            if (now - warnedNanos >= NANOS_BETWEEN_WARNINGS) {
                warnedNanos = now;
                LOG.log(Level.ERROR, "Frame failed channelId=%s failed=%d".formatted(name, counters.failed()), e);
            }
        }
    }
}
