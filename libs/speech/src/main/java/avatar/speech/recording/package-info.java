/** Speech that a person has recorded already: what of it is taken. */
@NullMarked
package avatar.speech.recording;

import org.jspecify.annotations.NullMarked;
