/** Builds ONNX graphs and writes them to files. */
@NullMarked
package avatar.sadtalker.onnx;

import org.jspecify.annotations.NullMarked;
