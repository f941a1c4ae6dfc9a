package avatar.tts.worker;

import avatar.speech.narration.Narrator;
import avatar.speech.narration.SpeechRules;
import avatar.speech.narration.TimelineSource;
import avatar.speech.recording.Recordings;
import avatar.speech.voices.Voices;
import avatar.tts.speech.RecordingConfig;
import avatar.tts.speech.SpeechConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Produces the narrator of the service, and the rules it shares with the API. */
final class Narrators {

    private Narrators() {}

    @Produces
    @Singleton
    static Narrator narrator(SpeechRules rules, Voices voices, Recordings recordings, TimelineSource timelines) {
        return new Narrator(rules, voices, recordings, timelines);
    }

    @Produces
    @Singleton
    static SpeechRules rules(Voices voices, SpeechConfig config) {
        return new SpeechRules(voices, config.maxCharacters());
    }

    @Produces
    @Singleton
    static Recordings recordings(RecordingConfig config) {
        return new Recordings(config.maxBytes().asLongValue(), config.longest());
    }
}
