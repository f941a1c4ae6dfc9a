/** What became of every utterance, and who is told of it. */
@NullMarked
package avatar.tts.status;

import org.jspecify.annotations.NullMarked;
