package avatar.speech.synthesis;

/**
 * How fast and how high something is said.
 *
 * @param rate 1.0 is the voice's own speed, 2.0 twice as fast
 * @param pitch 1.0 is the voice's own height, 2.0 an octave above; a voice that can't change it keeps its own
 */
public record Prosody(double rate, double pitch) {

    /** As the voice itself speaks. */
    public static final Prosody OWN = new Prosody(1.0, 1.0);

    /** The slowest and the lowest that is spoken. */
    public static final double LEAST = 0.5;

    /** The fastest and the highest. */
    public static final double MOST = 2.0;
}
