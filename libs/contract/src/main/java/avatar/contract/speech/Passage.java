package avatar.contract.speech;

import java.time.Duration;

/**
 * A stretch of an utterance with one rate and pitch.
 *
 * @param text plain text; may be blank
 * @param rate factor on the utterance's rate
 * @param pitch factor on the utterance's pitch
 * @param pauseAfter requested silence in addition to the usual pause
 */
public record Passage(String text, double rate, double pitch, Duration pauseAfter) {

    /** A passage with the utterance's rate and pitch. */
    public static Passage plain(String text) {
        return new Passage(text, 1.0, 1.0, Duration.ZERO);
    }

    /** A copy with another text. */
    public Passage withText(String other) {
        return new Passage(other, rate, pitch, pauseAfter);
    }
}
