/** The speak API: what somebody wants said becomes a record that Kafka has. */
@NullMarked
package avatar.tts.speech;

import org.jspecify.annotations.NullMarked;
