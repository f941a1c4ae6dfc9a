/**
 * Kafka records about speech: requests, segments and events, the names of their topics, and the rule for channel ids.
 */
@NullMarked
package avatar.contract.speech;

import org.jspecify.annotations.NullMarked;
