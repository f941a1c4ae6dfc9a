package avatar.pictures.playback;

import avatar.contract.speech.SpeechEvent;

/** Where it is told what becomes of utterances. Must not hold up the caller. */
@FunctionalInterface
public interface SpeechEvents {

    void publish(SpeechEvent event);
}
