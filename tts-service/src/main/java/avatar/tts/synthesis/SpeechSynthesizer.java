package avatar.tts.synthesis;

import avatar.contract.problem.AvatarException;
import java.util.List;

/** A speech engine: it has voices, and says one clause at a time with one of them. Anyone may call it, from any thread. */
public interface SpeechSynthesizer {

    /** Its voices, those that can't be used here and now included. */
    List<Voice> voices();

    /** Whether there is anything in {@code text} that the voice has a sound for. */
    boolean canSpeak(String voiceId, String text);

    /**
     * Says a clause.
     *
     * @param text of bounded length, free of control characters
     * @param rate 1.0 is the voice's own speed, 2.0 twice as fast
     * @return never without a sample: a text that makes no sound is a short silence
     * @throws AvatarException SYNTHESIS_FAILED
     */
    SpokenClause speak(String voiceId, String text, double rate);
}
