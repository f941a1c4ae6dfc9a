package avatar.phonetics.align;

/**
 * A phoneme of the text, as a reference speaks it.
 *
 * @param symbol ARPAbet, or IPA between slashes
 * @param word index of its word in the text, from 0
 * @param start in frames of the reference
 * @param end in frames of the reference
 */
record Sound(String symbol, int word, double start, double end) {}
