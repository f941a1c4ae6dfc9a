/** Requests to make avatars, and events about their progress, on Kafka. */
@NullMarked
package avatar.contract.setup;

import org.jspecify.annotations.NullMarked;
