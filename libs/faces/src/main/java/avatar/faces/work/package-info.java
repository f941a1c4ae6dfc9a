/** Work shared out to all cores. */
@NullMarked
package avatar.faces.work;

import org.jspecify.annotations.NullMarked;
