/** The engine {@code harvest}: finds the mouths of an avatar in the speech of its video. */
@NullMarked
package avatar.mouths.harvest;

import org.jspecify.annotations.NullMarked;
