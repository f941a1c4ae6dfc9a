/** The voices: from a clause of text to its sound and its timed phonemes. */
@NullMarked
package avatar.speech.synthesis;

import org.jspecify.annotations.NullMarked;
