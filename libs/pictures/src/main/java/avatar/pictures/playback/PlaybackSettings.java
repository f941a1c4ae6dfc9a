package avatar.pictures.playback;

import java.time.Duration;

/**
 * How a channel plays speech.
 *
 * @param transitionFrames in which the mouth fades to that of the base video
 * @param audioAhead how long before it is heard a segment's audio is sent
 * @param segmentTimeout how long an utterance waits for its next segment before it fails
 * @param queueLimit the speech that may wait, by how long it plays; an utterance beyond that fails
 */
public record PlaybackSettings(
        double transitionFrames, Duration audioAhead, Duration segmentTimeout, Duration queueLimit) {

    /**
     * 5 s of audio bridge a gap of a viewer's connection, and are little to discard at an interruption; 20 s are
     * more than a restart of tts-service takes; 15 min of speech take 29 MB.
     */
    public static final PlaybackSettings DEFAULT =
            new PlaybackSettings(1, Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(15));
}
