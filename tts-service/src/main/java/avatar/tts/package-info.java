/** Text to speech: the HTTP API for speech requests, and the workers that turn texts and recordings into segments. */
@NullMarked
package avatar.tts;

import org.jspecify.annotations.NullMarked;
