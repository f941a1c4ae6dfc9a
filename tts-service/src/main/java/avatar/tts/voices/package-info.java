/** The list of voices over HTTP, settings of the speech engines, and their health check. */
@NullMarked
package avatar.tts.voices;

import org.jspecify.annotations.NullMarked;
