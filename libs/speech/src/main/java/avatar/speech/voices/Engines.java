package avatar.speech.voices;

import avatar.phonetics.espeak.Espeak;
import avatar.speech.edge.EdgeSettings;
import avatar.speech.edge.EdgeSynthesizer;
import avatar.speech.piper.PiperSettings;
import avatar.speech.piper.PiperSynthesizer;
import avatar.speech.synthesis.EspeakSynthesizer;
import avatar.speech.synthesis.FliteSynthesizer;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.Voice;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The speech engines, opened and closed together. */
public final class Engines implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Engines.class.getName());

    private final List<Runnable> closers = new ArrayList<>();
    private final List<WatchedSynthesizer> watched;
    private final Voices voices;

    private Engines(VoiceSettings settings, EdgeSettings edge, PiperSettings piper, InstantSource clock) {
        List<SpeechSynthesizer> engines = new ArrayList<>();
        if (edge.enabled()) {
            EdgeSynthesizer readAloud = EdgeSynthesizer.open(edge, clock);
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
                .map(engine -> new WatchedSynthesizer(engine, settings.clauseTimeout()))
                .toList();
        this.voices = voices(settings, edge);
    }

    /**
     * Opens the engines.
     *
     * @throws IllegalArgumentException if a setting is invalid
     */
    public static Engines open(VoiceSettings settings, EdgeSettings edge, PiperSettings piper, InstantSource clock) {
        return new Engines(settings, edge, piper, clock);
    }

    /** The voices of all engines. */
    public Voices voices() {
        return voices;
    }

    /** Whether an engine hangs in this process for good. */
    public boolean anyNeedsRestart() {
        return watched.stream().anyMatch(WatchedSynthesizer::needsRestart);
    }

    private Voices voices(VoiceSettings settings, EdgeSettings edge) {
        String defaultVoice = Objects.requireNonNullElse(
                settings.defaultVoice(), edge.enabled() ? EdgeSynthesizer.DEFAULT_VOICE : settings.localVoice());
        Voices all = new Voices(List.copyOf(watched), defaultVoice, settings.localVoice());
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
