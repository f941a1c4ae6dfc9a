/** Bindings of flite: English speech synthesis with timed phones and words. */
@NullMarked
package avatar.phonetics.flite;

import org.jspecify.annotations.NullMarked;
