/** Finds a face in a picture and the points of its mesh. */
@NullMarked
package avatar.faces.face;

import org.jspecify.annotations.NullMarked;
