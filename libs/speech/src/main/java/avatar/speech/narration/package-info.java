/**
 * A request read aloud: its segments, one after another. Plain Java, for the workers, for whoever asks over HTTP, and for programs that
 * speak without the service.
 */
@NullMarked
package avatar.speech.narration;

import org.jspecify.annotations.NullMarked;
