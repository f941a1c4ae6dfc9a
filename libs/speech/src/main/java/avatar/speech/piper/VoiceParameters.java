package avatar.speech.piper;

/**
 * The parameters of a voice that synthesis needs.
 *
 * @param espeakVoice the language as espeak-ng names it
 */
record VoiceParameters(int sampleRateHz, String espeakVoice, Scales scales, PhonemeIds ids) {

    private static final int LOWEST_RATE_HZ = 8_000;
    private static final int HIGHEST_RATE_HZ = 48_000;

    VoiceParameters {
        if (sampleRateHz < LOWEST_RATE_HZ || sampleRateHz > HIGHEST_RATE_HZ) {
            throw new IllegalArgumentException(
                    "sample_rate is %d, expected %d to %d".formatted(sampleRateHz, LOWEST_RATE_HZ, HIGHEST_RATE_HZ));
        }
    }
}
