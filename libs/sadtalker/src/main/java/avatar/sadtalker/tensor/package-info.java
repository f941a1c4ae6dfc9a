/** Shapes of tensors. */
@NullMarked
package avatar.sadtalker.tensor;

import org.jspecify.annotations.NullMarked;
