/** Forced alignment: finds the times of a known text's phonemes and words in a recording, by synthesis. */
@NullMarked
package avatar.phonetics.align;

import org.jspecify.annotations.NullMarked;
