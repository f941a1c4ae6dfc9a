package avatar.phonetics.espeak;

/**
 * The limits at which espeak-ng is stopped.
 *
 * @param maxSamples of sound
 * @param deadlineNanos as {@link System#nanoTime} has it
 */
record SynthesisLimits(int maxSamples, long deadlineNanos) {}
