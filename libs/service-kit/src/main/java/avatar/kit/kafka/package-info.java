/** Kafka producers with a timeout for each record. */
@NullMarked
package avatar.kit.kafka;

import org.jspecify.annotations.NullMarked;
