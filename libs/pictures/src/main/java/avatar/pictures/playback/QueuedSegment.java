package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.LipMovement;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A segment that waits or sounds, and, once that is known, when it starts. */
final class QueuedSegment {

    private static final int BYTES_PER_SAMPLE = 2;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final SpeechSegment segment;
    private final long arrivedNanos;
    private final long durationNanos;
    private final CompletableFuture<Void> released;

    private boolean isScheduled;
    private long startNanos;
    private long positionNanos;

    /**
     * A segment that came.
     *
     * @param arrived when, in channel time
     * @param released completed when the segment was played or dropped
     */
    QueuedSegment(SpeechSegment segment, long arrived, CompletableFuture<Void> released) {
        this.segment = segment;
        this.arrivedNanos = arrived;
        this.durationNanos = segment.duration().toNanos();
        this.released = released;
    }

    /** @param position of its first sample in the utterance's audio */
    void schedule(long start, long position) {
        isScheduled = true;
        startNanos = start;
        positionNanos = position;
    }

    boolean isScheduled() {
        return isScheduled;
    }

    int index() {
        return segment.index();
    }

    long arrivedNanos() {
        return arrivedNanos;
    }

    long durationNanos() {
        return durationNanos;
    }

    long endNanos() {
        return startNanos + durationNanos;
    }

    CompletableFuture<Void> released() {
        return released;
    }

    /** The mouth at a channel time before its end. */
    SpokenMoment at(long nanos) {
        long offset = Math.max(0, nanos - startNanos);
        VisemeTimeline timeline = segment.timeline();
        long timed = timeline.duration().toNanos();
        if (offset >= timed) {
            LipGoal shut = LipGoal.shut(startNanos + timed);
            return new SpokenMoment(segment.utteranceId(), Viseme.M, shut, positionNanos + offset);
        }
        Duration time = Duration.ofNanos(offset);
        return new SpokenMoment(
                segment.utteranceId(), timeline.at(time).viseme(), goal(timeline.lipsAt(time)), positionNanos + offset);
    }

    private LipGoal goal(LipMovement movement) {
        return new LipGoal(
                movement.from(),
                movement.to(),
                startNanos + movement.begins().toNanos(),
                movement.transition().toNanos());
    }

    /** Its sound. */
    AudioClip audio(FrameClock clock) {
        return audioFrom(startNanos, clock);
    }

    /** What of its sound is still to be heard at a channel time. */
    AudioClip audioFrom(long nanos, FrameClock clock) {
        long skipped = 0;
        if (nanos > startNanos) {
            long played = (nanos - startNanos) * segment.sampleRateHz() / NANOS_PER_SECOND;
            skipped = Math.min(played, segment.audio().remaining() / BYTES_PER_SAMPLE);
        }
        ByteBuffer audio = segment.audio();
        audio.position(Math.toIntExact(skipped * BYTES_PER_SAMPLE));
        long sounds = startNanos
                + SpeechSegment.durationOf(skipped, segment.sampleRateHz()).toNanos();
        return new AudioClip(
                segment.utteranceId(), index(), clock.timeOfDay(sounds), segment.sampleRateHz(), audio.slice());
    }
}
