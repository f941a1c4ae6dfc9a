/** Speech that a person has recorded already: what of it is taken. */
@NullMarked
package avatar.tts.recording;

import org.jspecify.annotations.NullMarked;
