package avatar.pictures.playback;

import avatar.contract.viseme.Viseme;
import avatar.pictures.playback.Pictures.Picture;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A composed frame of a channel; shared by all its viewers.
 *
 * @param number of the channel's tick
 * @param index in the base video
 * @param due when it is to be seen
 * @param spoken null without speech
 */
public record Frame(
        long number,
        int index,
        Instant due,
        Picture picture,
        @Nullable Spoken spoken) {

    /** The same frame as another picture. */
    public Frame with(Picture other) {
        return new Frame(number, index, due, other, spoken);
    }

    /**
     * The speech during a frame.
     *
     * @param position of the frame's middle in the utterance's audio
     */
    public record Spoken(String utteranceId, Viseme viseme, Duration position) {}
}
