/** The default avatar: a drawn presenter that breathes, sways and blinks, rendered as the base video of a bundle. */
@NullMarked
package avatar.faces.presenter;

import org.jspecify.annotations.NullMarked;
