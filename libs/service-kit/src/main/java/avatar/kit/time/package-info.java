/** The injected clock of a service. */
@NullMarked
package avatar.kit.time;

import org.jspecify.annotations.NullMarked;
