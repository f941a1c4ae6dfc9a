package avatar.sadtalker.checkpoint;

import avatar.sadtalker.tensor.Shape;

/**
 * A tensor as a pickle describes it.
 *
 * @param storage the file of its numbers within the archive
 * @param type of the numbers
 * @param offset of its first number in the storage
 */
record PickledTensor(String storage, PickledGlobal type, long offset, Shape shape) {}
