/** Sound as files and as samples. */
@NullMarked
package avatar.tts.audio;

import org.jspecify.annotations.NullMarked;
