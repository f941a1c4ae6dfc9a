/** Measures the shapes of the mouth on talking faces: the table that {@code mouth-shapes.json} holds. */
@NullMarked
package avatar.setup.shapes;

import org.jspecify.annotations.NullMarked;
