/** Text to sound with timed phonemes and words: text, voices, engines, recordings, narration. */
@NullMarked
package avatar.speech;

import org.jspecify.annotations.NullMarked;
