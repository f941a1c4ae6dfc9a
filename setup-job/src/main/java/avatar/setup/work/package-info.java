/** Work shared out to all cores. */
@NullMarked
package avatar.setup.work;

import org.jspecify.annotations.NullMarked;
