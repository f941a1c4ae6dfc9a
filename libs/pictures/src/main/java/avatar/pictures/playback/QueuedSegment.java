package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import java.util.concurrent.CompletableFuture;

/** A segment that was not yet played. */
sealed interface QueuedSegment permits WaitingSegment, ScheduledSegment {

    SpeechSegment segment();

    /** Completed when the segment was played or dropped. */
    CompletableFuture<Void> released();

    /** Its index in the utterance. */
    default int index() {
        return segment().index();
    }

    default long durationNanos() {
        return segment().duration().toNanos();
    }
}
