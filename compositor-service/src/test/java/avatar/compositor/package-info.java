/** The rules that hold for the whole service. */
@NullMarked
package avatar.compositor;

import org.jspecify.annotations.NullMarked;
