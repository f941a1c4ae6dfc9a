/** The files that a training leaves behind, read without Python: safetensors, and what torch saves. */
@NullMarked
package avatar.sadtalker.checkpoint;

import org.jspecify.annotations.NullMarked;
