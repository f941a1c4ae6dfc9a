package avatar.speech.synthesis;

import avatar.contract.problem.AvatarException;
import java.util.List;
import java.util.Optional;

/** A speech engine: it has voices, and says one clause at a time with one of them. Anyone may call it, from any thread. */
public interface SpeechSynthesizer {

    /** Its voices, those that can't be used here and now included. */
    List<Voice> voices();

    /** Its voice of that id; it may know more than it lists. */
    default Optional<Voice> voice(String id) {
        return voices().stream().filter(voice -> voice.id().equals(id)).findFirst();
    }

    /** Whether what it says is sent to another machine; such an engine never speaks in place of one that is not. */
    default boolean isRemote() {
        return false;
    }

    /** Whether there is anything in {@code text} that the voice has a sound for. */
    boolean canSpeak(String voiceId, String text);

    /**
     * Says a clause.
     *
     * @param text of bounded length, free of control characters
     * @return never without a sample: a text that makes no sound is a short silence
     * @throws AvatarException SERVICE_UNAVAILABLE if the engine is not there, SYNTHESIS_FAILED if it can't say this
     */
    SpokenClause speak(String voiceId, String text, Prosody prosody);
}
