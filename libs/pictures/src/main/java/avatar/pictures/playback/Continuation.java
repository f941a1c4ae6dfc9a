package avatar.pictures.playback;

import avatar.contract.speech.SpeechProgress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What another process has said on a channel, which is not said again.
 *
 * @param ended ids of the utterances that have ended, the latest ones
 * @param progress where speech continues; null if nothing was begun
 */
public record Continuation(Set<String> ended, @Nullable SpeechProgress progress) {

    public Continuation {
        ended = Set.copyOf(ended);
    }
}
