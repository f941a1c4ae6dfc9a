package avatar.pictures.playback;

import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Word;
import java.time.Duration;

/** Where a segment that was spoken in part is continued: at the beginning of a word, so that no word is cut. */
final class ResumePoint {

    private ResumePoint() {}

    /**
     * How much of a segment is left out: up to the word that was being said, or to the end of the last one before.
     * A segment whose words are unknown is continued where it stopped.
     */
    static Duration of(SpeechSegment segment, SpeechProgress progress) {
        Duration position = progress.position();
        if (position.compareTo(segment.duration()) >= 0) {
            return segment.duration();
        }
        if (segment.words().isEmpty()) {
            return position;
        }
        Duration point = Duration.ZERO;
        for (Word word : segment.words()) {
            if (word.start().compareTo(position) > 0) {
                break;
            }
            point = word.end().compareTo(position) > 0 ? word.start() : word.end();
        }
        return point;
    }
}
