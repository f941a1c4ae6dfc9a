/**
 * Shared code of the services: problems over HTTP, limits of bodies, JSON, clock, Kafka producers, renamed
 * configuration keys.
 */
@NullMarked
package avatar.kit;

import org.jspecify.annotations.NullMarked;
