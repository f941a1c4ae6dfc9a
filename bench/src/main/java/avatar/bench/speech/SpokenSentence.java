package avatar.bench.speech;

import avatar.contract.viseme.TimelineRequest;
import avatar.phonetics.speech.TimedSpeech;
import java.time.Duration;
import java.util.List;

/** A sentence as a voice spoke it. */
public record SpokenSentence(String text, TimelineRequest request) {

    /** The silence after a sentence. */
    private static final Duration SILENCE = Duration.ofMillis(600);

    /** A sentence with silence after it. */
    public static SpokenSentence of(String text, TimedSpeech speech) {
        return new SpokenSentence(text, new TimelineRequest(speech.duration().plus(SILENCE), speech.phonemes()));
    }

    /** The sounds, silences included. */
    public List<Phone> phones() {
        return Phone.all(request.phonemes());
    }
}
