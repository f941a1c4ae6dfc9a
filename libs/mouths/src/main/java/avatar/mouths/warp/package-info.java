/** The engine {@code warp}: bends the lips of one picture to every viseme and paints what an open mouth shows. */
@NullMarked
package avatar.mouths.warp;

import org.jspecify.annotations.NullMarked;
