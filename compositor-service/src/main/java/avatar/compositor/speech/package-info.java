/** Kafka: segments of speech in, what became of each utterance out. */
@NullMarked
package avatar.compositor.speech;

import org.jspecify.annotations.NullMarked;
