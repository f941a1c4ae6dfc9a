/** Piper's neural voices, installed as files and run on ONNX Runtime. */
@NullMarked
package avatar.speech.piper;

import org.jspecify.annotations.NullMarked;
