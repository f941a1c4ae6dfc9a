/** Mouth patches and blinks: the engines that make the mouth of every viseme, and lids that close. */
@NullMarked
package avatar.mouths;

import org.jspecify.annotations.NullMarked;
