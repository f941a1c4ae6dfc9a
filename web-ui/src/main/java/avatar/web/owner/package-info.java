/** Which compositor has which channels, as the compositors announce it on Kafka. */
@NullMarked
package avatar.web.owner;

import org.jspecify.annotations.NullMarked;
