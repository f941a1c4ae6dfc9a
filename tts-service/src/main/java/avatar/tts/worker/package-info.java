/** The workers that take requests from Kafka and turn them into segments, one utterance at a time for every channel. */
@NullMarked
package avatar.tts.worker;

import org.jspecify.annotations.NullMarked;
