package avatar.speech.synthesis;

import avatar.contract.problem.AvatarException;
import java.util.List;
import java.util.Optional;

/** A speech engine: has voices, and synthesizes one clause at a time. Thread-safe. */
public interface SpeechSynthesizer {

    /** The voices, unavailable ones included. */
    List<Voice> voices();

    /** The voice with this id; an engine may have voices that it does not list. */
    default Optional<Voice> voice(String id) {
        return voices().stream().filter(voice -> voice.id().equals(id)).findFirst();
    }

    /** Whether text is sent to another machine; such an engine never substitutes one that is local. */
    default boolean isRemote() {
        return false;
    }

    /** Whether the voice can pronounce anything in {@code text}. */
    boolean canSpeak(String voiceId, String text);

    /**
     * Synthesizes a clause.
     *
     * @param text of bounded length, free of control characters
     * @return at least one sample: a text that makes no sound is a short silence
     * @throws AvatarException SERVICE_UNAVAILABLE if the engine is unavailable, SYNTHESIS_FAILED if it fails on this
     *     text
     */
    SpokenClause speak(String voiceId, String text, Prosody prosody);
}
