/** The default avatar: a drawn presenter who breathes, sways and blinks, filmed as the base video of a bundle. */
@NullMarked
package avatar.faces.presenter;

import org.jspecify.annotations.NullMarked;
