/** Publishes the progress and the outcome of setups on Kafka. */
@NullMarked
package avatar.setup.events;

import org.jspecify.annotations.NullMarked;
