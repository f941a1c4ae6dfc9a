package avatar.pictures.playback;

import avatar.contract.speech.SpeechProgress;

/** Publishes how far a channel has spoken. Must not block. */
@FunctionalInterface
public interface ProgressReports {

    void publish(String channel, SpeechProgress progress);
}
