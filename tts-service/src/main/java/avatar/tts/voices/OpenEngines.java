package avatar.tts.voices;

import avatar.tts.edge.EdgeConfig;
import avatar.tts.piper.PiperConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Opens the speech engines when the service starts, and closes them when it ends. */
final class OpenEngines {

    private OpenEngines() {}

    @Produces
    @Singleton
    static Engines open(SynthesisConfig config, EdgeConfig edge, PiperConfig piper, Vertx vertx, InstantSource clock) {
        return Engines.open(config, edge, piper, () -> vertx, clock);
    }

    static void close(@Disposes Engines engines) {
        engines.close();
    }

    @Produces
    @Singleton
    static Voices voices(Engines engines) {
        return engines.voices();
    }
}
