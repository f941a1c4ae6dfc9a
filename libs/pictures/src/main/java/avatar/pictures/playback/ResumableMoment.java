package avatar.pictures.playback;

import avatar.contract.speech.SpeechProgress;
import java.time.Duration;
import java.time.Instant;

/**
 * Where another process would continue an utterance.
 *
 * @param segment index of the segment that sounds, or of the one that is to come
 * @param positionNanos in the segment
 * @param offsetNanos of the segment's first sample in the utterance's audio
 */
record ResumableMoment(String utteranceId, int segment, long positionNanos, long offsetNanos) {

    boolean isInSegmentOf(ResumableMoment other) {
        return segment == other.segment && utteranceId.equals(other.utteranceId);
    }

    SpeechProgress at(Instant time) {
        return new SpeechProgress(
                utteranceId, segment, Duration.ofNanos(positionNanos), Duration.ofNanos(offsetNanos), time);
    }
}
