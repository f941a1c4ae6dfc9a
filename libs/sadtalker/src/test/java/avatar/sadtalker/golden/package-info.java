/** The reference's values, and checkpoints with the same weights. */
@NullMarked
package avatar.sadtalker.golden;

import org.jspecify.annotations.NullMarked;
