package avatar.speech.synthesis;

/**
 * The speed and pitch of speech.
 *
 * @param rate 1.0 is the voice's own speed, 2.0 twice as fast
 * @param pitch 1.0 is the voice's own pitch, 2.0 an octave above; a voice that can't change it keeps its own
 */
public record Prosody(double rate, double pitch) {

    /** The voice's own speed and pitch. */
    public static final Prosody OWN = new Prosody(1.0, 1.0);

    /** The lowest rate and pitch. */
    public static final double LEAST = 0.5;

    /** The highest rate and pitch. */
    public static final double MOST = 2.0;

    /** This prosody times two factors, within {@link #LEAST} to {@link #MOST}. */
    public Prosody times(double rateFactor, double pitchFactor) {
        return new Prosody(Math.clamp(rate * rateFactor, LEAST, MOST), Math.clamp(pitch * pitchFactor, LEAST, MOST));
    }
}
