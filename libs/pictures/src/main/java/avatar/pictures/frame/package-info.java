/** One frame of an avatar with a mouth on it, as a JPEG. */
@NullMarked
package avatar.pictures.frame;

import org.jspecify.annotations.NullMarked;
