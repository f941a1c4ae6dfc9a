package avatar.phonetics.espeak;

/**
 * When espeak-ng is told to stop.
 *
 * @param maxSamples of sound
 * @param deadlineNanos as {@link System#nanoTime} has it
 */
record SynthesisLimits(int maxSamples, long deadlineNanos) {}
