/** Speech engines: synthesize a clause of text to sound with timed phonemes. */
@NullMarked
package avatar.speech.synthesis;

import org.jspecify.annotations.NullMarked;
