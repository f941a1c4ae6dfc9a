package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import java.util.concurrent.CompletableFuture;

/**
 * A segment whose start is not yet known.
 *
 * @param arrivedNanos when it came, in channel time, or {@link SpeechQueue#UNKNOWN}
 */
record WaitingSegment(SpeechSegment segment, long arrivedNanos, CompletableFuture<Void> released)
        implements QueuedSegment {

    /**
     * Fixes its start.
     *
     * @param startNanos in channel time
     * @param positionNanos of its first sample in the utterance's audio
     */
    ScheduledSegment schedule(long startNanos, long positionNanos) {
        return new ScheduledSegment(segment, released, startNanos, startNanos + durationNanos(), positionNanos);
    }
}
