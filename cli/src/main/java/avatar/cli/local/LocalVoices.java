package avatar.cli.local;

import avatar.cli.command.CliException;
import avatar.cli.options.SpeechOptions;
import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.speech.edge.EdgeSynthesizer;
import avatar.speech.narration.Narration;
import avatar.speech.narration.Narrator;
import avatar.speech.narration.SpeechRules;
import avatar.speech.recording.Recordings;
import avatar.speech.synthesis.Voice;
import avatar.speech.voices.Engines;
import avatar.speech.voices.Voices;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Speech in this process: the voices of tts-service and the lips of viseme-service, with the services' settings. */
public final class LocalVoices implements AutoCloseable {

    /** How long the network's voices are waited for; usually they answer, or fail, much sooner. */
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private static final Duration POLL = Duration.ofMillis(20);

    private final Engines engines;
    private final LocalTimelines timelines = new LocalTimelines();
    private final Narrator narrator;

    private LocalVoices(Settings settings, Path piperFolder) {
        this.engines = engines(settings, piperFolder);
        SpeechRules rules = new SpeechRules(engines.voices(), settings.maxCharacters());
        // Recordings are not spoken here.
        this.narrator = new Narrator(rules, engines.voices(), new Recordings(0, Duration.ZERO), timelines);
    }

    /**
     * Opens all engines.
     *
     * @param piperFolder of Piper's voices
     */
    public static LocalVoices open(Path piperFolder) {
        return new LocalVoices(Settings.ofProcess(), piperFolder);
    }

    /** Lists all voices, once it is known which of them can speak. */
    public static List<Voice> list(Path piperFolder) {
        try (LocalVoices voices = open(piperFolder)) {
            return voices.list();
        }
    }

    /**
     * Starts speaking a text.
     *
     * @param onChange receives a readable sentence when another voice takes over, with the reason
     * @throws avatar.contract.problem.AvatarException if it can't be spoken
     */
    public Narration say(String text, SpeechOptions speech, Consumer<String> onChange) {
        String voice = Objects.requireNonNullElseGet(
                speech.voice(), () -> engines.voices().defaultVoice());
        await(voice);
        SpeechRequest request = SpeechRequest.of(
                        UUID.randomUUID().toString(), Channels.DEFAULT, text, voice, SpeechMode.REPLACE, Instant.now())
                .withManner(speech.rate(), speech.pitch(), speech.isSsml());
        return narrator.narrate(request, onChange);
    }

    private Engines engines(Settings settings, Path piperFolder) {
        try {
            return Engines.open(
                    settings.voices(), settings.edge(), settings.piper(piperFolder), InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw new CliException("Invalid setting: " + e.getMessage(), e);
        }
    }

    private List<Voice> list() {
        await(EdgeSynthesizer.DEFAULT_VOICE);
        return engines.voices().list();
    }

    /**
     * Waits for a voice of the network: it is unavailable when opened, and its reason changes once the network has
     * answered.
     */
    private void await(String voice) {
        Optional<String> atFirst = reason(voice);
        long endNanos = System.nanoTime() + TIMEOUT.toNanos();
        while (atFirst.isPresent() && reason(voice).equals(atFirst) && System.nanoTime() - endNanos < 0) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private Optional<String> reason(String id) {
        Voices voices = engines.voices();
        return voices.list().stream()
                .filter(voice -> voice.id().equals(id))
                .findFirst()
                .map(Voice::reason);
    }

    @Override
    public void close() {
        engines.close();
        timelines.close();
    }
}
