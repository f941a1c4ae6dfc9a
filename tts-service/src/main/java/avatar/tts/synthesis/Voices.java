package avatar.tts.synthesis;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All voices of all engines, by id. */
public final class Voices {

    private final Map<String, SpeechSynthesizer> engines = new LinkedHashMap<>();
    private final String defaultVoice;

    /**
     * Gathers them.
     *
     * @param defaultVoice speaks when nobody names a voice
     * @throws IllegalArgumentException if no engine has that one
     */
    public Voices(List<SpeechSynthesizer> engines, String defaultVoice) {
        for (SpeechSynthesizer engine : engines) {
            engine.voices().forEach(voice -> this.engines.put(voice.id(), engine));
        }
        if (!this.engines.containsKey(defaultVoice)) {
            throw new IllegalArgumentException("avatar.synthesis.default-voice is '%s'; there are %s"
                    .formatted(defaultVoice, this.engines.keySet()));
        }
        this.defaultVoice = defaultVoice;
    }

    public List<Voice> list() {
        return engines.values().stream()
                .distinct()
                .flatMap(engine -> engine.voices().stream())
                .toList();
    }

    public String defaultVoice() {
        return defaultVoice;
    }

    /**
     * The voice of that id, which can speak here and now.
     *
     * @throws AvatarException {@link ErrorCode#UNKNOWN_VOICE} if there is none, {@link ErrorCode#SERVICE_UNAVAILABLE} if
     *     it can't speak
     */
    public Voice require(String id) {
        Voice voice = engine(id).voices().stream()
                .filter(listed -> listed.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        if (!voice.available()) {
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE, "Voice '%s' can't speak here: %s".formatted(id, voice.reason()));
        }
        return voice;
    }

    /** Whether the voice has a sound for anything in {@code text}. */
    public boolean canSpeak(String id, String text) {
        return engine(id).canSpeak(id, text);
    }

    /** As {@link SpeechSynthesizer#speak}. */
    public SpokenClause speak(String id, String text, double rate) {
        return engine(id).speak(id, text, rate);
    }

    private SpeechSynthesizer engine(String id) {
        SpeechSynthesizer engine = engines.get(id);
        if (engine == null) {
            throw unknown(id);
        }
        return engine;
    }

    private AvatarException unknown(String id) {
        return new AvatarException(
                ErrorCode.UNKNOWN_VOICE,
                "Voice '%s' is unknown; there are %s".formatted(id, String.join(", ", engines.keySet())));
    }
}
