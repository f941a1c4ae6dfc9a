/** The engine {@code sadtalker}: mouths of networks that were shown how faces speak. */
@NullMarked
package avatar.setup.sadtalker;

import org.jspecify.annotations.NullMarked;
