/** Synthesized speech with timed phonemes and words, and the thread that owns a speech engine. */
@NullMarked
package avatar.phonetics.speech;

import org.jspecify.annotations.NullMarked;
