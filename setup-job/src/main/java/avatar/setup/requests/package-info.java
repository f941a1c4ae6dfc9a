/** Setup requests from Kafka: consumed in order, executed one at a time, cancelled or given back. */
@NullMarked
package avatar.setup.requests;

import org.jspecify.annotations.NullMarked;
