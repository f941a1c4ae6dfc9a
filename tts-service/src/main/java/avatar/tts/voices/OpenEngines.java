package avatar.tts.voices;

import avatar.speech.edge.EdgeSettings;
import avatar.speech.piper.PiperSettings;
import avatar.speech.voices.Engines;
import avatar.speech.voices.VoiceSettings;
import avatar.speech.voices.Voices;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Opens the speech engines when the service starts, and closes them when it ends. */
public final class OpenEngines {

    private OpenEngines() {}

    @Produces
    @Singleton
    static Engines open(SynthesisConfig voices, EdgeConfig edge, PiperConfig piper, InstantSource clock) {
        return Engines.open(settings(voices), settings(edge), settings(piper), clock);
    }

    static void close(@Disposes Engines engines) {
        engines.close();
    }

    @Produces
    @Singleton
    static Voices voices(Engines engines) {
        return engines.voices();
    }

    static VoiceSettings settings(SynthesisConfig config) {
        return new VoiceSettings(config.defaultVoice().orElse(null), config.localVoice(), config.clauseTimeout());
    }

    static EdgeSettings settings(EdgeConfig config) {
        return new EdgeSettings(
                config.enabled(),
                config.url(),
                config.connectTimeout(),
                config.stallTimeout(),
                config.retryAfter(),
                config.voicesMaxAge());
    }

    static PiperSettings settings(PiperConfig config) {
        return new PiperSettings(config.folder(), config.threads());
    }
}
