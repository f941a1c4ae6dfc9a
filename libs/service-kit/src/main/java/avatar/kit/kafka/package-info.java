/** Kafka producers with a timeout for each record, and the settings of a connection. */
@NullMarked
package avatar.kit.kafka;

import org.jspecify.annotations.NullMarked;
