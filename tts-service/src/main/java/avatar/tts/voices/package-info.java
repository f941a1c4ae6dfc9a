/** All voices of all engines: which there are, which speaks, and which speaks in place of one that can't. */
@NullMarked
package avatar.tts.voices;

import org.jspecify.annotations.NullMarked;
