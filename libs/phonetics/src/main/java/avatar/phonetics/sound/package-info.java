/** The phoneme table: the viseme of every phoneme, in ARPAbet or IPA. */
@NullMarked
package avatar.phonetics.sound;

import org.jspecify.annotations.NullMarked;
