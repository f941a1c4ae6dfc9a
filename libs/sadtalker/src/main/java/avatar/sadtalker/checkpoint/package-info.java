/** Reads checkpoints of a training without Python: safetensors, and the files of {@code torch.save}. */
@NullMarked
package avatar.sadtalker.checkpoint;

import org.jspecify.annotations.NullMarked;
