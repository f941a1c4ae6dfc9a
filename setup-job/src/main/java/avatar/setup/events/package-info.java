/** Tells on Kafka how far a setup is. */
@NullMarked
package avatar.setup.events;

import org.jspecify.annotations.NullMarked;
