package avatar.sadtalker.checkpoint;

import avatar.sadtalker.tensor.Shape;

/**
 * A tensor as a pickle describes it.
 *
 * @param storage the file within the archive that has its numbers
 * @param type of the numbers
 * @param offset of its first number there
 */
record PickledTensor(String storage, PickledGlobal type, long offset, Shape shape) {}
