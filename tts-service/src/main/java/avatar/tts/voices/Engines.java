package avatar.tts.voices;

import avatar.phonetics.espeak.Espeak;
import avatar.tts.edge.EdgeConfig;
import avatar.tts.edge.EdgeSynthesizer;
import avatar.tts.synthesis.EspeakSynthesizer;
import avatar.tts.synthesis.FliteSynthesizer;
import avatar.tts.synthesis.SpeechSynthesizer;
import avatar.tts.synthesis.Voice;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Opens the speech engines when the service starts, and closes them when it ends. */
@Singleton
final class Engines {

    private final List<Runnable> closers = new ArrayList<>();
    private final List<WatchedSynthesizer> watched;

    Engines(SynthesisConfig config, EdgeConfig edge, Vertx vertx, InstantSource clock) {
        List<SpeechSynthesizer> engines = new ArrayList<>();
        if (edge.enabled()) {
            EdgeSynthesizer readAloud = EdgeSynthesizer.open(vertx, edge, clock);
            engines.add(readAloud);
            closers.add(readAloud::close);
        }
        FliteSynthesizer flite = FliteSynthesizer.open();
        engines.add(flite);
        closers.add(flite::close);
        engines.add(new EspeakSynthesizer(Espeak.shared()));
        this.watched = engines.stream()
                .map(engine -> new WatchedSynthesizer(engine, config.watchdog()))
                .toList();
    }

    /** The engines whose calls don't come back. */
    boolean anyHangs() {
        return watched.stream().anyMatch(WatchedSynthesizer::hangs);
    }

    @Produces
    @Singleton
    Voices voices(SynthesisConfig config, EdgeConfig edge) {
        String defaultVoice =
                config.defaultVoice().orElse(edge.enabled() ? EdgeSynthesizer.DEFAULT_VOICE : config.localVoice());
        Voices voices = new Voices(List.copyOf(watched), defaultVoice, config.localVoice());
        long missing =
                voices.list().stream().filter(voice -> !voice.available()).count();
        voices.list().stream()
                .filter(voice -> !voice.available())
                .map(Voice::reason)
                .distinct()
                .forEach(reason -> Log.infof("Some voices can't speak yet voices=%d error=%s", missing, reason));
        return voices;
    }

    @PreDestroy
    void close() {
        closers.forEach(Runnable::run);
    }
}
