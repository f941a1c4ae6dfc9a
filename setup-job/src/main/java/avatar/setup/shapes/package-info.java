/** Measures mouth shapes on talking faces, for the table {@code mouth-shapes.json} of engine warp. */
@NullMarked
package avatar.setup.shapes;

import org.jspecify.annotations.NullMarked;
