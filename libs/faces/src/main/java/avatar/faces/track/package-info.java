/** Says where the reference frame's mouth lies in every other frame, and how bright it is there. */
@NullMarked
package avatar.faces.track;

import org.jspecify.annotations.NullMarked;
