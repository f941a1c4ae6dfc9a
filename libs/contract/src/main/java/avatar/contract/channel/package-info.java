/** Kafka records about channels: which exist, and which compositor runs them. */
@NullMarked
package avatar.contract.channel;

import org.jspecify.annotations.NullMarked;
