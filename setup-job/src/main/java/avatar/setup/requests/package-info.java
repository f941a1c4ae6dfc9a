/** Avatars that somebody asks for on Kafka: taken one after the other, made, and told of. */
@NullMarked
package avatar.setup.requests;

import org.jspecify.annotations.NullMarked;
