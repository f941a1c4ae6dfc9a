/** The running system, tried from outside. */
@NullMarked
package avatar.system;

import org.jspecify.annotations.NullMarked;
