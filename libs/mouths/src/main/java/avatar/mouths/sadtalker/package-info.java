/** The engine {@code sadtalker}: mouths rendered by the networks of SadTalker. */
@NullMarked
package avatar.mouths.sadtalker;

import org.jspecify.annotations.NullMarked;
