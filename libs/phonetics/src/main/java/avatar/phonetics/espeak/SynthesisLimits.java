package avatar.phonetics.espeak;

/**
 * The limits at which espeak-ng is stopped.
 *
 * @param maxSamples of sound
 * @param deadlineNanos in the time of {@link System#nanoTime}
 */
record SynthesisLimits(int maxSamples, long deadlineNanos) {}
