/** Turns a clip into a loop without a visible jump: chooses in and out point, and morphs across the seam. */
@NullMarked
package avatar.faces.loop;

import org.jspecify.annotations.NullMarked;
