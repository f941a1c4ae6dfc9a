/** What every service repeats: problems over HTTP, limits of bodies, JSON, the clock, and records to Kafka. */
@NullMarked
package avatar.kit;

import org.jspecify.annotations.NullMarked;
