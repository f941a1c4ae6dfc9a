/** ONNX graphs, and the files they are written to. */
@NullMarked
package avatar.sadtalker.onnx;

import org.jspecify.annotations.NullMarked;
