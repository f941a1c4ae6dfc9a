/** Kafka: reads segments of speech, publishes the state of each utterance. */
@NullMarked
package avatar.compositor.speech;

import org.jspecify.annotations.NullMarked;
