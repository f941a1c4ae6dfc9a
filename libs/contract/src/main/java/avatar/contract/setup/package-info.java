/** Kafka records about setups: requests to make an avatar, and events about their progress. */
@NullMarked
package avatar.contract.setup;

import org.jspecify.annotations.NullMarked;
