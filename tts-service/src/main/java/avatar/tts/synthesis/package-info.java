/** Speech synthesis for other services, over HTTP and without Kafka. */
@NullMarked
package avatar.tts.synthesis;

import org.jspecify.annotations.NullMarked;
