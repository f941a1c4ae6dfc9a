/** The engine {@code sadtalker}: mouths of networks that were shown how faces speak. */
@NullMarked
package avatar.mouths.sadtalker;

import org.jspecify.annotations.NullMarked;
