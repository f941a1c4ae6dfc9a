/** An avatar from one picture: a still is read and made to breathe, sway and blink, as a clip that loops. */
@NullMarked
package avatar.setup.portrait;

import org.jspecify.annotations.NullMarked;
