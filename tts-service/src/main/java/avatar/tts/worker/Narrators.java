package avatar.tts.worker;

import avatar.tts.narration.Narrator;
import avatar.tts.narration.TimelineSource;
import avatar.tts.recording.Recordings;
import avatar.tts.speech.SpeechRules;
import avatar.tts.voices.Voices;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one narrator of the service. */
final class Narrators {

    private Narrators() {}

    @Produces
    @Singleton
    static Narrator narrator(SpeechRules rules, Voices voices, Recordings recordings, TimelineSource timelines) {
        return new Narrator(rules, voices, recordings, timelines);
    }
}
