/** Text to speech with timed phonemes and words: text processing, voices, engines, recordings, narration. */
@NullMarked
package avatar.speech;

import org.jspecify.annotations.NullMarked;
