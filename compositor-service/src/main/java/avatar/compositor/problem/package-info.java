/** What can't be served, and how that is told. */
@NullMarked
package avatar.compositor.problem;

import org.jspecify.annotations.NullMarked;
