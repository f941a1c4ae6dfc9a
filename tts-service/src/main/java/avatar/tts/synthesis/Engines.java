package avatar.tts.synthesis;

import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Opens the speech engines when the service starts. */
final class Engines {

    private Engines() {}

    @Produces
    @Singleton
    static FliteSynthesizer flite() {
        return FliteSynthesizer.open();
    }

    static void close(@Disposes FliteSynthesizer flite) {
        flite.close();
    }

    @Produces
    @Singleton
    static Voices voices(FliteSynthesizer flite, SynthesisConfig config) {
        Voices voices = new Voices(List.of(flite), config.defaultVoice());
        voices.list().stream()
                .filter(voice -> !voice.available())
                .forEach(voice -> Log.warnf("A voice can't speak voice=%s error=%s", voice.id(), voice.reason()));
        return voices;
    }
}
