package avatar.pictures.playback;

import java.time.Duration;

/**
 * How a channel plays speech.
 *
 * @param transitionFrames in which the mouth fades to that of the base video
 * @param audioAhead how long before it is heard a segment's audio is sent
 * @param waitingNotice how long an utterance waits for its next segment, or speech for the avatar, until that is reported
 */
public record PlaybackSettings(double transitionFrames, Duration audioAhead, Duration waitingNotice) {

    /**
     * 5 s of audio bridge a gap of a viewer's connection, and are little to discard at an interruption; segments are
     * usually made a minute before they are heard.
     */
    public static final PlaybackSettings DEFAULT =
            new PlaybackSettings(1, Duration.ofSeconds(5), Duration.ofSeconds(5));
}
