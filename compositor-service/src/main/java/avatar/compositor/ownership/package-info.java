/**
 * Which channels this compositor runs: the partitions that Kafka assigns to it, the channels of these on the topics,
 * and where their speech continues.
 */
@NullMarked
package avatar.compositor.ownership;

import org.jspecify.annotations.NullMarked;
