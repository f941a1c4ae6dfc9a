package avatar.speech.voices;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Quotes;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** All voices of all engines, by id. */
public final class Voices {

    private final List<SpeechSynthesizer> engines;
    private final String defaultVoice;
    private final String localVoice;

    /**
     * Collects the voices of engines.
     *
     * @param defaultVoice speaks when a request names no voice
     * @param localVoice substitutes unavailable voices
     * @throws IllegalArgumentException if no engine has one of these
     */
    public Voices(List<SpeechSynthesizer> engines, String defaultVoice, String localVoice) {
        this.engines = List.copyOf(engines);
        // The local voice first: it is the default one where none is set.
        this.localVoice = known("avatar.synthesis.local-voice", localVoice);
        this.defaultVoice = known("avatar.synthesis.default-voice", defaultVoice);
    }

    /** All voices, in the order of the engines. */
    public List<Voice> list() {
        return engines.stream().flatMap(engine -> engine.voices().stream()).toList();
    }

    public String defaultVoice() {
        return defaultVoice;
    }

    /** The language of the default voice, BCP 47. */
    public String defaultLanguage() {
        return engine(defaultVoice).voice(defaultVoice).map(Voice::language).orElseThrow(() -> unknown(defaultVoice));
    }

    public String localVoice() {
        return localVoice;
    }

    /**
     * The voice of that id, if it or a substitute can speak.
     *
     * @throws AvatarException {@link ErrorCode#UNKNOWN_VOICE} if the id is unknown, {@link
     *     ErrorCode#SERVICE_UNAVAILABLE} if neither can speak
     */
    public Voice require(String id) {
        Voice voice = engine(id).voice(id).orElseThrow(() -> unknown(id));
        if (!voice.available() && substitute(voice, other -> true).isEmpty()) {
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE, "Voice '%s' can't speak here: %s".formatted(id, voice.reason()));
        }
        return voice;
    }

    /**
     * Whether a local voice of a language can speak now.
     *
     * @param language BCP 47; an invalid tag has no voice
     */
    public boolean speaksLocally(String language) {
        String wanted = Locale.forLanguageTag(language).getLanguage();
        return engines.stream()
                .filter(engine -> !engine.isRemote())
                .flatMap(engine -> engine.voices().stream())
                .anyMatch(voice -> voice.available() && language(voice).equals(wanted));
    }

    /** Whether the voice can pronounce anything in {@code text}. */
    public boolean canSpeak(String id, String text) {
        return engine(id).canSpeak(id, text);
    }

    /** Synthesizes like {@link SpeechSynthesizer#speak}, with this voice and no substitute. */
    SpokenClause speak(String id, String text, Prosody prosody) {
        return engine(id).speak(id, text, prosody);
    }

    /**
     * The substitute of {@code voice}: a voice of another local engine, of its language if possible, that can
     * pronounce something in {@code text}.
     */
    Optional<Voice> substituteFor(Voice voice, String text) {
        return substitute(voice, other -> canSpeak(other.id(), text));
    }

    /** The best substitute: of the same language first, then the configured one, then by region, then by gender. */
    private Optional<Voice> substitute(Voice voice, Predicate<Voice> canServe) {
        return engines.stream()
                .filter(engine -> !engine.isRemote())
                .flatMap(engine -> engine.voices().stream())
                .filter(other -> other.available() && !other.engine().equals(voice.engine()))
                .filter(other -> isLocal(other) || sameLanguage(other, voice))
                .filter(canServe)
                .min(Comparator.comparing((Voice other) -> !sameLanguage(other, voice))
                        .thenComparing(other -> !isLocal(other))
                        .thenComparing(other -> !other.language().equalsIgnoreCase(voice.language()))
                        .thenComparing(other -> other.gender() != voice.gender()));
    }

    private boolean isLocal(Voice voice) {
        return voice.id().equals(localVoice);
    }

    private static boolean sameLanguage(Voice one, Voice other) {
        return language(one).equals(language(other));
    }

    private static String language(Voice voice) {
        return Locale.forLanguageTag(voice.language()).getLanguage();
    }

    private SpeechSynthesizer engine(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    private Optional<SpeechSynthesizer> find(String id) {
        return engines.stream().filter(engine -> engine.voice(id).isPresent()).findFirst();
    }

    private String known(String key, String id) {
        if (find(id).isEmpty()) {
            List<String> ids = list().stream().map(Voice::id).toList();
            throw new IllegalArgumentException("Invalid %s: found '%s', expected one of %d voices, such as %s"
                    .formatted(key, id, ids.size(), String.join(", ", ids.subList(0, Math.min(5, ids.size())))));
        }
        return id;
    }

    private AvatarException unknown(String id) {
        return new AvatarException(
                ErrorCode.UNKNOWN_VOICE,
                "Voice '%s' is unknown; GET /api/v1/voices lists those there are, %s for example"
                        .formatted(Quotes.shortened(id), localVoice));
    }
}
