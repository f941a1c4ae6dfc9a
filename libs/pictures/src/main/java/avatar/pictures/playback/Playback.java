package avatar.pictures.playback;

import avatar.pictures.frame.MouthPose;
import avatar.pictures.playback.Frame.Spoken;
import avatar.pictures.playback.Pictures.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A channel while it has its avatar: its pictures and sound from frame to frame. For the channel's turns. */
final class Playback {

    private final Pictures pictures;
    private final FrameClock clock;
    private final FrameLoop loop;
    private final SpeechQueue speech;
    private final long fadeNanos;
    private final MouthMotion motion = new MouthMotion();
    private final ChannelCounters counters;

    private long number;
    private MouthPose pose = MouthPose.NONE;
    private @Nullable SpokenMoment moment;
    private @Nullable Frame composed;

    Playback(
            Pictures pictures,
            FrameClock clock,
            SpeechQueue speech,
            PlaybackSettings config,
            ChannelCounters counters) {
        this.pictures = pictures;
        this.clock = clock;
        this.loop = new FrameLoop(clock, counters);
        this.speech = speech;
        this.fadeNanos = (long) (config.transitionFrames() * clock.frameNanos());
        this.counters = counters;
    }

    /** Moves to the frame that is due; false if none is yet. */
    boolean advance() {
        long due = loop.takeDue();
        if (due >= 0) {
            moveTo(due);
        }
        return due >= 0;
    }

    /** Stops the clock until {@link #advance} is called again. */
    void pause() {
        loop.pause();
    }

    boolean isPaused() {
        return loop.isPaused();
    }

    /** When the next frame is due, by {@link Ticker#nanos}. */
    long deadline() {
        return loop.deadline();
    }

    Instant timeOfDay() {
        return clock.timeOfDay(clock.now());
    }

    /** Channel time. */
    long now() {
        return clock.now();
    }

    private void moveTo(long frameNumber) {
        number = frameNumber;
        composed = null;
        long due = clock.due(number);
        long middle = clock.middle(number);
        moment = speech.advance(due, middle);
        pose = motion.at(middle, moment == null ? LipGoal.away(due, fadeNanos) : moment.lips());
    }

    /** The utterance that is said in the frame that is seen. */
    @Nullable
    String speaking() {
        return moment == null ? null : moment.utteranceId();
    }

    /** Whether the base video is shown as it is, and nothing waits to be said. */
    boolean isIdle() {
        return moment == null && pose.isNone() && speech.isEmpty();
    }

    /** The frame that is seen; composed at the first call. */
    Frame frame() {
        Frame frame = composed;
        if (frame == null) {
            int index =
                    pictures.avatar().indexOf(clock.numberAt(pictures.avatar().fps(), number));
            Picture picture = pictures.picture(index, pose);
            counters.countComposed(!picture.isBase());
            frame = new Frame(number, index, clock.timeOfDay(clock.due(number)), picture, spoken());
            composed = frame;
        }
        return frame;
    }

    /** The sound that was scheduled since the last call. */
    List<AudioClip> newSound() {
        return speech.takeStarted().stream()
                .map(segment -> segment.audio(clock))
                .toList();
    }

    /** The scheduled sound that is still to be heard. */
    List<AudioClip> soundAhead() {
        return speech.sounding().stream()
                .map(segment -> segment.audioFrom(clock.due(number), clock))
                .filter(clip -> clip.samples().hasRemaining())
                .toList();
    }

    private @Nullable Spoken spoken() {
        SpokenMoment said = moment;
        return said == null
                ? null
                : new Spoken(said.utteranceId(), said.viseme(), Duration.ofNanos(said.positionNanos()));
    }
}
