package avatar.compositor.playback;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.playback.Frame.Spoken;
import avatar.compositor.render.FrameComposer;
import avatar.compositor.render.MouthPose;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One live stream of an avatar.
 *
 * <p>One thread owns it and calls {@link #tick} and {@link #runTasks}; everybody else leaves it tasks. Speech goes on
 * whether or not anybody watches; frames are composed only for somebody.
 */
public final class Channel {

    /** Takes the frame that is being seen, and the sound that goes on from there. Called on the channel's thread. */
    public interface Newcomer {
        void welcome(Frame frame, List<AudioClip> audio);
    }

    private final String name;
    private final FrameComposer composer;
    private final FrameClock clock;
    private final SpeechQueue speech;
    private final long fadeNanos;
    private final MouthMotion motion = new MouthMotion();
    private final ChannelCounters counters = new ChannelCounters();
    private final List<Audience> audiences = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    private long number;
    private MouthPose pose = MouthPose.NONE;
    private @Nullable Spoken spoken;
    private @Nullable Frame composed;

    private volatile @Nullable String speaking;
    private volatile int waiting;

    public Channel(String name, FrameComposer composer, FrameClock clock, PlaybackConfig config, SpeechEvents events) {
        this.name = name;
        this.composer = composer;
        this.clock = clock;
        this.fadeNanos = (long) (config.transitionFrames() * clock.frameNanos());
        this.speech = new SpeechQueue(
                config,
                (utteranceId, state, detail) -> events.publish(
                        new SpeechEvent(utteranceId, name, state, detail, clock.timeOfDay(clock.now()))));
    }

    public String name() {
        return name;
    }

    public Avatar avatar() {
        return composer.avatar();
    }

    public ChannelCounters counters() {
        return counters;
    }

    /** The utterance that is being said; null if none is. */
    public @Nullable String speaking() {
        return speaking;
    }

    /** Utterances behind the one that is being said. */
    public int waiting() {
        return waiting;
    }

    /** Everything shown from the next frame on is shown to them, too. */
    public void attach(Audience audience) {
        audiences.add(audience);
    }

    /** Gives a segment to the channel; the result completes when it was played or dropped. */
    public CompletionStage<Void> offer(SpeechSegment segment) {
        CompletableFuture<Void> released = new CompletableFuture<>();
        execute(() -> speech.add(segment, released));
        return released;
    }

    /** Shows somebody what is being seen, at once. */
    public void greet(Newcomer newcomer) {
        execute(() -> {
            Frame frame = frame();
            newcomer.welcome(frame, clips(speech.sounding(), clock.due(frame.number())));
        });
    }

    private void execute(Runnable task) {
        tasks.add(task);
        clock.wake();
    }

    void runTasks() {
        Runnable task = tasks.poll();
        while (task != null) {
            task.run();
            task = tasks.poll();
        }
    }

    /** Goes on to a frame, later than the one before. */
    void tick(long frameNumber) {
        runTasks();
        number = frameNumber;
        composed = null;
        long due = clock.due(number);
        long middle = clock.middle(number);
        SpokenMoment moment = speech.advance(due, middle);
        pose = motion.at(middle, moment == null ? LipGoal.away(due, fadeNanos) : moment.lips());
        spoken = moment == null ? null : spoken(moment);
        speaking = moment == null ? null : moment.utteranceId();
        waiting = speech.waiting();
        show(clips(speech.takeStarted(), due));
    }

    private void show(List<AudioClip> audio) {
        for (Audience audience : audiences) {
            if (audience.isWatching()) {
                audience.show(frame(), audio);
            }
        }
    }

    private Frame frame() {
        Frame frame = composed;
        if (frame == null) {
            int index = avatar().indexOf(number);
            byte[] jpeg = composer.compose(index, pose);
            counters.countComposed(composer.changes(index, pose));
            frame = new Frame(number, index, clock.timeOfDay(clock.due(number)), jpeg, spoken);
            composed = frame;
        }
        return frame;
    }

    private List<AudioClip> clips(List<QueuedSegment> segments, long from) {
        return segments.stream()
                .map(segment -> segment.audioFrom(from, clock))
                .filter(clip -> clip.samples().hasRemaining())
                .toList();
    }

    private static Spoken spoken(SpokenMoment moment) {
        return new Spoken(moment.utteranceId(), moment.viseme(), Duration.ofNanos(moment.positionNanos()));
    }
}
