/** The injected clocks of a service. */
@NullMarked
package avatar.kit.time;

import org.jspecify.annotations.NullMarked;
