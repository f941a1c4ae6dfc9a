/** Sound as files and as samples. */
@NullMarked
package avatar.speech.audio;

import org.jspecify.annotations.NullMarked;
