package avatar.compositor.playback;

import avatar.contract.viseme.Viseme;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A composed frame of a channel; shared by all who watch.
 *
 * @param number of the channel's tick
 * @param index in the base video
 * @param due when it is to be seen
 * @param jpeg not to be changed
 * @param spoken null while nobody speaks
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes go to every viewer as they are; frames are never compared
public record Frame(
        long number,
        int index,
        Instant due,
        byte[] jpeg,
        @Nullable Spoken spoken) {

    /**
     * What is said while a frame is seen.
     *
     * @param position of the frame's middle in the utterance's audio
     */
    public record Spoken(String utteranceId, Viseme viseme, Duration position) {}
}
