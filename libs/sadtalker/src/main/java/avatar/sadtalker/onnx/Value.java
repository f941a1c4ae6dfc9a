package avatar.sadtalker.onnx;

import avatar.sadtalker.tensor.Shape;

/**
 * A tensor that flows through a graph.
 *
 * @param name unique in the graph
 */
public record Value(String name, ElementType type, Shape shape) {

    /** The size of one dimension; from the end if negative. */
    public int at(int axis) {
        return shape.at(axis);
    }
}
