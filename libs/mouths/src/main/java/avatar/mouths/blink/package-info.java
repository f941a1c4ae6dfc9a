/** Blinks: their schedule, the patch of shut eyes, and painting closing lids into frames. */
@NullMarked
package avatar.mouths.blink;

import org.jspecify.annotations.NullMarked;
