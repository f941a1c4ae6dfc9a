/** Text to speech: takes what somebody wants said, and gives sound with the mouth movement that goes with it. */
@NullMarked
package avatar.tts;

import org.jspecify.annotations.NullMarked;
