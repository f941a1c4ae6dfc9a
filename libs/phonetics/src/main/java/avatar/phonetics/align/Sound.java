package avatar.phonetics.align;

/**
 * A sound of the text, as a reference says it.
 *
 * @param symbol ARPAbet, or IPA between slashes
 * @param word its number in the text, from 0
 * @param start in frames of the reference
 * @param end in frames of the reference
 */
record Sound(String symbol, int word, double start, double end) {}
