/** The model bundle: ONNX files with their manifest; importing, adopting and running them. */
@NullMarked
package avatar.sadtalker.model;

import org.jspecify.annotations.NullMarked;
