package avatar.sadtalker.network;

import avatar.sadtalker.tensor.Shape;
import java.util.function.Supplier;

/**
 * A tensor of a checkpoint, or one computed from several.
 *
 * @param floats read from disk at every call, so that only one network's weights are in memory at a time
 */
record Weight(String name, Shape shape, Supplier<float[]> floats) {}
