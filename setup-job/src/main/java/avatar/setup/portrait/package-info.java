/** Avatars from one picture: reads a still and animates it with breath, sway and blinks, as a clip that loops. */
@NullMarked
package avatar.setup.portrait;

import org.jspecify.annotations.NullMarked;
