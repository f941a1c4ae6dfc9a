package avatar.speech.text;

import java.time.Duration;

/**
 * A stretch of an utterance that is said in one manner.
 *
 * @param text may be blank
 * @param rate times the utterance's
 * @param pitch times the utterance's
 * @param pauseAfter silence that was asked for, beyond what speech has anyway
 */
public record Passage(String text, double rate, double pitch, Duration pauseAfter) {

    /** A text without any wishes. */
    public static Passage plain(String text) {
        return new Passage(text, 1.0, 1.0, Duration.ZERO);
    }

    /** The same, with another text. */
    public Passage withText(String other) {
        return new Passage(other, rate, pitch, pauseAfter);
    }
}
