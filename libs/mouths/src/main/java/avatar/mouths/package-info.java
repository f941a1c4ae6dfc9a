/** Mouth patches: engines that make them, blinks. */
@NullMarked
package avatar.mouths;

import org.jspecify.annotations.NullMarked;
