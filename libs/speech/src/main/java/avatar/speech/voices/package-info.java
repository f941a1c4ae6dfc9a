/** All voices of all engines: which there are, which speaks, and which speaks in place of one that can't. */
@NullMarked
package avatar.speech.voices;

import org.jspecify.annotations.NullMarked;
