/** Shuts and opens eyes: what a face looks like with its lids down, when it blinks, and how that comes into a picture. */
@NullMarked
package avatar.mouths.blink;

import org.jspecify.annotations.NullMarked;
