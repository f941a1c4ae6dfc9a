/** The voices over HTTP, their settings and their health. */
@NullMarked
package avatar.tts.voices;

import org.jspecify.annotations.NullMarked;
