package avatar.sadtalker.network;

import avatar.sadtalker.tensor.Shape;
import java.util.function.Supplier;

/**
 * A tensor of a checkpoint, or what is made of some.
 *
 * @param floats read from disk anew at every call, so that one network's weights at a time are in memory
 */
record Weight(String name, Shape shape, Supplier<float[]> floats) {}
