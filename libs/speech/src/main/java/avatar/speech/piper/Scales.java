package avatar.speech.piper;

/**
 * The variation and speed of a voice.
 *
 * @param noise variation of the sound, 0 to 2
 * @param length factor on the trained length of phonemes, 0.1 to 10
 * @param noiseWidth variation of that length, 0 to 2
 */
record Scales(float noise, float length, float noiseWidth) {

    private static final float MOST_NOISE = 2;
    private static final float SHORTEST = 0.1f;
    private static final float LONGEST = 10;

    Scales {
        require("noise_scale", noise, 0, MOST_NOISE);
        require("length_scale", length, SHORTEST, LONGEST);
        require("noise_w", noiseWidth, 0, MOST_NOISE);
    }

    /** These scales at another speed: 2.0 takes half the time. */
    Scales at(double rate) {
        return new Scales(noise, Math.clamp((float) (length / rate), SHORTEST, LONGEST), noiseWidth);
    }

    /** The values in the order of the model's input {@code scales}. */
    float[] values() {
        return new float[] {noise, length, noiseWidth};
    }

    private static void require(String name, float value, float least, float most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("%s is %s, expected %s to %s".formatted(name, value, least, most));
        }
    }
}
