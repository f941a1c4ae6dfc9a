/** Makes a clip into a loop without a jump: chooses where it begins and ends, and closes what is left open. */
@NullMarked
package avatar.faces.loop;

import org.jspecify.annotations.NullMarked;
