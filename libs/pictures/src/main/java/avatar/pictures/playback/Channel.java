package avatar.pictures.playback;

import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import avatar.pictures.playback.Standing.AwaitingAvatar;
import avatar.pictures.playback.Standing.Idle;
import avatar.pictures.playback.Standing.Playing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One live stream, with its avatar or, while it is idle, without.
 *
 * <p>All work is done in its {@link #turn turns}, of which there is one at a time; other threads leave it tasks.
 * Speech is played with and without viewers; frames are composed only for viewers. With neither the channel is idle
 * and asks for no turn.
 */
public final class Channel {

    /** A viewer that joins. Called in the channel's turns. */
    public interface JoiningViewer {

        /** Starts it with the current frame, and the sound that is still to be heard. */
        void start(Frame frame, List<AudioClip> audio);

        /** Refuses it: the channel was closed or left this process before there was a frame. */
        void reject();
    }

    private final String name;
    private final Ticker ticker;
    private final PlaybackSettings config;
    private final AvatarSource avatars;
    private final SpeechQueue speech;
    private final SpeechHold hold;
    private final FailureGuard guard;
    private final ChannelCounters counters = new ChannelCounters();
    private final RateMeter shown = new RateMeter();
    private final List<Audience> audiences = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<JoiningViewer> joining = new ArrayList<>();

    private @Nullable Playback playback;
    private boolean isClosed;
    private boolean isHandedOver;

    private volatile Standing standing;

    public Channel(
            String name,
            Ticker ticker,
            PlaybackSettings config,
            SpeechEvents events,
            ProgressReports progress,
            AvatarSource avatars) {
        this.name = name;
        this.ticker = ticker;
        this.config = config;
        this.avatars = avatars;
        this.speech =
                new SpeechQueue(config, this::timeOfDay, new SpeechReports(name, events, progress, this::timeOfDay));
        this.hold = new SpeechHold(ticker.nanos());
        this.guard = new FailureGuard(name, ticker, counters);
        this.standing = new Idle(ticker.nanos());
    }

    public String name() {
        return name;
    }

    public ChannelCounters counters() {
        return counters;
    }

    /** The utterance that is spoken; null if none is. */
    public @Nullable String speaking() {
        return standing.speaking();
    }

    /** Utterances behind the one that is spoken. */
    public int waiting() {
        return standing.waiting();
    }

    /** Whether no utterance is spoken or waits. */
    public boolean isSilent() {
        Standing now = standing;
        return now.speaking() == null && now.waiting() == 0;
    }

    /** Frames shown to viewers in the latest full second. */
    public int shownFps() {
        return shown.perSecond(ticker.nanos());
    }

    /** How late the next turn is: less than a frame or two while all is well. */
    public Duration overdue() {
        return standing.overdue(ticker.nanos());
    }

    /** Shows every frame from the next one on to these viewers, too. */
    public void attach(Audience audience) {
        audiences.add(audience);
    }

    public int viewers() {
        return audiences.stream().mapToInt(Audience::size).sum();
    }

    /**
     * Goes on where another process has stopped: when the viewers have come from there, or after a while. Called before
     * the first segment is offered.
     */
    public void resume(Continuation before) {
        execute(() -> {
            speech.resume(before);
            hold.begin(ticker.nanos());
        });
    }

    /**
     * Queues a segment; the result completes when it was played or dropped, and never once the channel was handed
     * over.
     */
    public CompletionStage<Void> offer(SpeechSegment segment) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        execute(() -> {
            hold.add(() -> add(segment, released));
            hold.release(ticker.nanos());
        });
        return released;
    }

    private void add(SpeechSegment segment, CompletableFuture<Void> released) {
        speech.add(segment, playback == null ? SpeechQueue.UNKNOWN : playback.now(), released);
        if (isClosed) {
            speech.dropAll(SpeechState.FAILED, "channel '%s' was deleted".formatted(name));
        }
    }

    /**
     * Stops to speak, for another process to continue. Viewers see the channel idle until they are gone.
     *
     * @return where to continue; empty if nothing is being said
     */
    public CompletionStage<Optional<SpeechProgress>> handOver() {
        CompletableFuture<Optional<SpeechProgress>> stopped = new CompletableFuture<>();
        execute(() -> {
            isHandedOver = true;
            hold.clear();
            Playback seen = playback;
            ResumableMoment moment = seen == null ? null : speech.resumableAt(seen.now());
            speech.abandon();
            joining.forEach(JoiningViewer::reject);
            joining.clear();
            stopped.complete(Optional.ofNullable(moment).map(spoken -> spoken.at(timeOfDay())));
        });
        return stopped;
    }

    /** Starts a viewer with the current frame, at once. */
    public void join(JoiningViewer viewer) {
        execute(() -> {
            if (isClosed || isHandedOver) {
                viewer.reject();
            } else {
                joining.add(viewer);
            }
        });
    }

    /** Shows an avatar from now on. */
    public void useAvatar(Pictures pictures) {
        execute(() -> {
            FrameClock clock = new FrameClock(ticker, pictures.avatar().fps());
            playback = new Playback(pictures, clock, speech, config, counters);
            becomeIdle();
        });
    }

    /** Returns the avatar if the channel has been idle for so long. */
    public void releaseAvatarAfter(Duration idleFor) {
        execute(() -> {
            if (playback != null
                    && joining.isEmpty()
                    && standing instanceof Idle idle
                    && ticker.nanos() - idle.sinceNanos() >= idleFor.toNanos()) {
                playback = null;
                avatars.returned();
            }
        });
    }

    /** Closes it for viewers and speech; the result is the ids of the utterances that this stopped. */
    public CompletionStage<List<String>> close() {
        CompletableFuture<List<String>> stopped = new CompletableFuture<>();
        execute(() -> {
            hold.releaseAll();
            isClosed = true;
            stopped.complete(speech.ids());
            speech.dropAll(SpeechState.STOPPED, "channel '%s' was deleted".formatted(name));
            audiences.forEach(Audience::end);
            joining.forEach(JoiningViewer::reject);
            joining.clear();
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

    /** Does all work that is due; returns when the next turn is due, by {@link Ticker#nanos}. */
    public long turn() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guard.run(task);
        }
        hold.release(ticker.nanos());
        for (String utteranceId : speech.takeBrokenOff()) {
            audiences.forEach(audience -> guard.run(() -> audience.endUtterance(utteranceId)));
        }
        return Math.min(advance(), hold.deadlineNanos());
    }

    private long advance() {
        Playback seen = playback;
        if (seen == null) {
            return awaitAvatar();
        }
        guard.run(() -> play(seen));
        if (!seen.isPaused()) {
            standing = playing(seen);
        }
        return seen.deadline();
    }

    private void play(Playback seen) {
        if (seen.isIdle() && joining.isEmpty() && viewers() == 0) {
            seen.pause();
            becomeIdle();
        } else if (seen.advance()) {
            show(seen);
        }
        if (!joining.isEmpty()) {
            List<JoiningViewer> arrived = List.copyOf(joining);
            joining.clear();
            arrived.forEach(viewer -> guard.run(() -> viewer.start(seen.frame(), seen.soundAhead())));
            hold.viewerCame(ticker.nanos());
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

    private Playing playing(Playback seen) {
        long next = seen.deadline();
        return switch (standing) {
            case Playing playing -> playing.next(next, seen.speaking(), speech.waiting());
            case Idle idle -> idle.toPlaying(next, seen.speaking(), speech.waiting());
            case AwaitingAvatar _ -> throw new IllegalStateException("A channel that has its avatar waits for it");
        };
    }

    /** Requests an avatar for speech or viewers, and reports speech that waits long for it. */
    private long awaitAvatar() {
        if (speech.isEmpty() && joining.isEmpty()) {
            becomeIdle();
            return FrameScheduler.NEVER;
        }
        speech.expire();
        AwaitingAvatar awaiting = standing instanceof AwaitingAvatar begun
                ? begun
                : becomeIdle()
                        .toAwaitingAvatar(
                                ticker.nanos() + config.waitingNotice().toNanos(), speech.waiting());
        if (ticker.nanos() >= awaiting.noticeNanos()) {
            awaiting = notice(awaiting);
        }
        standing = awaiting;
        avatars.needed();
        return awaiting.noticeNanos();
    }

    /** Reports why the avatar is not there, unless that is known. */
    private AwaitingAvatar notice(AwaitingAvatar awaiting) {
        String trouble = String.valueOf(avatars.trouble());
        if (!trouble.equals(awaiting.noticed())) {
            speech.reportWaiting("for the avatar: " + trouble);
        }
        return awaiting.noticed(trouble, ticker.nanos() + config.waitingNotice().toNanos());
    }

    private Idle becomeIdle() {
        Idle idle = standing.toIdle(ticker.nanos());
        standing = idle;
        return idle;
    }

    private Instant timeOfDay() {
        Playback seen = playback;
        return seen == null ? ticker.now() : seen.timeOfDay();
    }
}
