package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.LipMovement;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A segment whose start is known; it is played from then on.
 *
 * @param startNanos when its first sample sounds, or would have, in channel time
 * @param soundsNanos when the first sample that is played sounds: later, if another process has played some
 * @param endNanos when its last sample is over
 * @param positionNanos of its first sample in the utterance's audio
 */
record ScheduledSegment(
        SpeechSegment segment,
        CompletableFuture<Void> released,
        long startNanos,
        long soundsNanos,
        long endNanos,
        long positionNanos)
        implements QueuedSegment {

    private static final int BYTES_PER_SAMPLE = 2;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    @Override
    public long durationNanos() {
        return endNanos - startNanos;
    }

    boolean hasSound() {
        return endNanos > soundsNanos;
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

    /** All of its sound that is played. */
    AudioClip audio(FrameClock clock) {
        return audioFrom(soundsNanos, clock);
    }

    /** The part of its sound that is still to be heard at a channel time. */
    AudioClip audioFrom(long nanos, FrameClock clock) {
        long skipped = 0;
        if (nanos > startNanos) {
            long played = (Math.max(nanos, soundsNanos) - startNanos) * segment.sampleRateHz() / NANOS_PER_SECOND;
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
