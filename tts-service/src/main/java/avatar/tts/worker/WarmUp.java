package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.tts.synthesis.Voices;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;

/** Says a word to nobody when the service starts, so that the first who asks does not wait for what is done once. */
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
            String voice = voices.require(voices.defaultVoice()).id();
            timelines.timelineOf(voices.speak(voice, "Ready.", 1.0)).join();
        } catch (AvatarException | CompletionException e) {
            Log.debugf("The first utterance will be slower error=%s", e.getMessage());
        }
    }
}
