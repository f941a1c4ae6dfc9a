package avatar.tts.voices;

import avatar.phonetics.espeak.Espeak;
import avatar.tts.edge.EdgeConfig;
import avatar.tts.edge.EdgeSynthesizer;
import avatar.tts.piper.PiperConfig;
import avatar.tts.piper.PiperSynthesizer;
import avatar.tts.synthesis.EspeakSynthesizer;
import avatar.tts.synthesis.FliteSynthesizer;
import avatar.tts.synthesis.SpeechSynthesizer;
import avatar.tts.synthesis.Voice;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All speech engines, opened together. Plain Java: for the service and for programs that speak without it. */
public final class Engines implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Engines.class.getName());

    private final List<Runnable> closers = new ArrayList<>();
    private final List<WatchedSynthesizer> watched;
    private final Voices voices;

    private Engines(
            SynthesisConfig config, EdgeConfig edge, PiperConfig piper, Supplier<Vertx> vertx, InstantSource clock) {
        List<SpeechSynthesizer> engines = new ArrayList<>();
        if (edge.enabled()) {
            EdgeSynthesizer readAloud = EdgeSynthesizer.open(vertx.get(), edge, clock);
            engines.add(readAloud);
            closers.add(readAloud::close);
        }
        PiperSynthesizer neural = PiperSynthesizer.open(piper, Espeak.shared());
        engines.add(neural);
        closers.add(neural::close);
        FliteSynthesizer flite = FliteSynthesizer.open();
        engines.add(flite);
        closers.add(flite::close);
        engines.add(new EspeakSynthesizer(Espeak.shared()));
        this.watched = engines.stream()
                .map(engine -> new WatchedSynthesizer(engine, config.watchdog()))
                .toList();
        this.voices = voices(config, edge);
    }

    /**
     * Opens them.
     *
     * @param vertx asked for only where {@code edge} is enabled
     * @throws IllegalArgumentException if a setting makes no sense
     */
    public static Engines open(
            SynthesisConfig config, EdgeConfig edge, PiperConfig piper, Supplier<Vertx> vertx, InstantSource clock) {
        return new Engines(config, edge, piper, vertx, clock);
    }

    /** Their voices. */
    public Voices voices() {
        return voices;
    }

    /** Whether one of them is lost to this process. */
    boolean anyNeedsRestart() {
        return watched.stream().anyMatch(WatchedSynthesizer::needsRestart);
    }

    private Voices voices(SynthesisConfig config, EdgeConfig edge) {
        String defaultVoice =
                config.defaultVoice().orElse(edge.enabled() ? EdgeSynthesizer.DEFAULT_VOICE : config.localVoice());
        Voices all = new Voices(List.copyOf(watched), defaultVoice, config.localVoice());
        long missing = all.list().stream().filter(voice -> !voice.available()).count();
        all.list().stream()
                .filter(voice -> !voice.available())
                .map(Voice::reason)
                .distinct()
                .forEach(reason ->
                        LOG.log(Level.INFO, "Some voices can''t speak yet voices={0} error={1}", missing, reason));
        return all;
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
