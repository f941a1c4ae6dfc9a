/** The engines that make mouths, behind one interface, and the table of their names. */
@NullMarked
package avatar.mouths.engine;

import org.jspecify.annotations.NullMarked;
