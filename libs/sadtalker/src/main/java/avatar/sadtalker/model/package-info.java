/** The model bundle: ONNX files, and the manifest that says what is what in them. */
@NullMarked
package avatar.sadtalker.model;

import org.jspecify.annotations.NullMarked;
