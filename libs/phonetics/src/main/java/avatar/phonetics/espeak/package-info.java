/** A hundred languages, and text to phonemes, through espeak-ng, a library of the system. */
@NullMarked
package avatar.phonetics.espeak;

import org.jspecify.annotations.NullMarked;
