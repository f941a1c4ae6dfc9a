package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import java.util.concurrent.CompletableFuture;

/**
 * A segment whose start is not yet known.
 *
 * @param arrivedNanos when it came, in channel time, or {@link SpeechQueue#UNKNOWN}
 * @param skippedNanos how much of its beginning is not played, because another process has
 */
record WaitingSegment(SpeechSegment segment, long arrivedNanos, long skippedNanos, CompletableFuture<Void> released)
        implements QueuedSegment {

    /**
     * Fixes its start.
     *
     * @param soundsNanos when the first sample that is played sounds, in channel time
     * @param positionNanos of its first sample in the utterance's audio
     */
    ScheduledSegment schedule(long soundsNanos, long positionNanos) {
        long startNanos = soundsNanos - skippedNanos;
        return new ScheduledSegment(
                segment, released, startNanos, soundsNanos, startNanos + durationNanos(), positionNanos);
    }
}
