package avatar.contract.viseme;

import java.time.Duration;
import java.util.List;

/**
 * A request to viseme-service: the phonemes of one segment.
 *
 * @param duration of the segment's audio
 * @param phonemes in order of time; gaps between them are silence
 */
public record TimelineRequest(Duration duration, List<Phoneme> phonemes) {

    public TimelineRequest {
        phonemes = List.copyOf(phonemes);
    }
}
