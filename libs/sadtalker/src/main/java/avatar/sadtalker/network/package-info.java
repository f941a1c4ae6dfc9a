/** The networks of SadTalker as ONNX graphs, with the weights of a checkpoint. */
@NullMarked
package avatar.sadtalker.network;

import org.jspecify.annotations.NullMarked;
