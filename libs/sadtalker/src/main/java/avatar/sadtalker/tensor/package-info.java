/** What a tensor is, wherever it lies. */
@NullMarked
package avatar.sadtalker.tensor;

import org.jspecify.annotations.NullMarked;
