/** Records to Kafka, with a limit on how long that may take. */
@NullMarked
package avatar.kit.kafka;

import org.jspecify.annotations.NullMarked;
