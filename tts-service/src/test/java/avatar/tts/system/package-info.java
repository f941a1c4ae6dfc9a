/** Tests of the running service with a real broker, through its topics and its HTTP API. */
@NullMarked
package avatar.tts.system;

import org.jspecify.annotations.NullMarked;
