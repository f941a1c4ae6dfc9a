/** The speech API: checks requests to speak or to stop, and publishes them to Kafka. */
@NullMarked
package avatar.tts.speech;

import org.jspecify.annotations.NullMarked;
