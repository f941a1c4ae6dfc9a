/** Bindings of espeak-ng: speech synthesis with timed phonemes in a hundred languages, and text to IPA. */
@NullMarked
package avatar.phonetics.espeak;

import org.jspecify.annotations.NullMarked;
