package avatar.contract.speech;

import java.time.Duration;

/**
 * A stretch of an utterance with one rate and pitch.
 *
 * @param text plain text; may be blank
 * @param rate factor on the utterance's
 * @param pitch factor on the utterance's
 * @param pauseAfter requested silence, beyond what speech has anyway
 */
public record Passage(String text, double rate, double pitch, Duration pauseAfter) {

    /** A text with the utterance's own rate and pitch. */
    public static Passage plain(String text) {
        return new Passage(text, 1.0, 1.0, Duration.ZERO);
    }

    /** The same passage with another text. */
    public Passage withText(String other) {
        return new Passage(other, rate, pitch, pauseAfter);
    }
}
