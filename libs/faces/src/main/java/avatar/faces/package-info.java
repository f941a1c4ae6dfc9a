/** Faces in video: decoding, detection, landmarks, tracking, light, loops. */
@NullMarked
package avatar.faces;

import org.jspecify.annotations.NullMarked;
