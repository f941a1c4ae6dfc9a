package avatar.speech.voices;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The voice of one utterance: the requested one until it fails, then a substitute to the end of the utterance, since
 * two changes of voice are worse than one. Not thread-safe.
 */
public final class UtteranceVoice {

    private final Voices voices;
    private final Consumer<String> onChange;
    private Voice current;

    /**
     * Starts with the voice of that id.
     *
     * @param onChange called with a sentence about the new voice and the reason when another voice takes over
     */
    public UtteranceVoice(Voices voices, String id, Consumer<String> onChange) {
        this.voices = voices;
        this.current = voices.require(id);
        this.onChange = onChange;
    }

    /** The id of the current voice. */
    public String id() {
        return current.id();
    }

    /** Synthesizes like {@link avatar.speech.synthesis.SpeechSynthesizer#speak}, with a substitute if necessary. */
    public SpokenClause speak(String text, Prosody prosody) {
        String reason = current.reason();
        if (reason != null && change(text, reason)) {
            return voices.speak(current.id(), text, prosody);
        }
        try {
            return voices.speak(current.id(), text, prosody);
        } catch (AvatarException e) {
            boolean isOfEngine = e.code() == ErrorCode.SERVICE_UNAVAILABLE || e.code() == ErrorCode.SYNTHESIS_FAILED;
            if (isOfEngine && change(text, String.valueOf(e.getMessage()))) {
                return voices.speak(current.id(), text, prosody);
            }
            throw e;
        }
    }

    private boolean change(String text, String reason) {
        Optional<Voice> substitute = voices.substituteFor(current, text);
        substitute.ifPresent(voice -> {
            onChange.accept("%s speaks in place of %s: %s".formatted(voice.id(), current.id(), reason));
            current = voice;
        });
        return substitute.isPresent();
    }
}
