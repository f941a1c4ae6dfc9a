/** What crosses Kafka when somebody speaks: requests, segments and events, and the topics they travel on. */
@NullMarked
package avatar.contract.speech;

import org.jspecify.annotations.NullMarked;
