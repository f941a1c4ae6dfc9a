/** Tracks the head: position, light and edge contrast of the mouth patch in every frame. */
@NullMarked
package avatar.faces.track;

import org.jspecify.annotations.NullMarked;
