package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.speech.narration.TimelineSource;
import avatar.speech.synthesis.Prosody;
import avatar.speech.voices.UtteranceVoice;
import avatar.speech.voices.Voices;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;

/**
 * Has the local voice speak a word when the service starts, so that the first request does not wait for
 * initialization.
 */
@Startup
@Singleton
final class WarmUp {

    private final Voices voices;
    private final TimelineSource timelines;

    WarmUp(Voices voices, TimelineSource timelines) {
        this.voices = voices;
        this.timelines = timelines;
        Thread.ofVirtual().name("warm-up").start(this::sayAWord);
    }

    private void sayAWord() {
        try {
            UtteranceVoice voice = new UtteranceVoice(voices, voices.localVoice(), change -> {});
            timelines.timelineOf(voice.speak("Ready.", Prosody.OWN)).join();
        } catch (AvatarException | CompletionException e) {
            Log.debugf("The first utterance will be slower error=%s", e.getMessage());
        }
    }
}
