/** Kafka workers: turn speech requests into segments, one utterance at a time per channel. */
@NullMarked
package avatar.tts.worker;

import org.jspecify.annotations.NullMarked;
