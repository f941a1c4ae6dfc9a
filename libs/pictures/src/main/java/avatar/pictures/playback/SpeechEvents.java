package avatar.pictures.playback;

import avatar.contract.speech.SpeechEvent;

/** Publishes the states of utterances. Must not block. */
@FunctionalInterface
public interface SpeechEvents {

    void publish(SpeechEvent event);
}
