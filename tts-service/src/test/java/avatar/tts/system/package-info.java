/** The service as a whole on a real broker, watched by clients of its topics and its HTTP. */
@NullMarked
package avatar.tts.system;

import org.jspecify.annotations.NullMarked;
