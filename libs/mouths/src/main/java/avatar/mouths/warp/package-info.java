/** The engine {@code warp}: bends the lips of one picture to every viseme and paints the inside of open mouths. */
@NullMarked
package avatar.mouths.warp;

import org.jspecify.annotations.NullMarked;
