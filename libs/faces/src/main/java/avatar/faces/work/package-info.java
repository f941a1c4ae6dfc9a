/** Runs tasks on all cores. */
@NullMarked
package avatar.faces.work;

import org.jspecify.annotations.NullMarked;
