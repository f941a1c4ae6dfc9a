package avatar.sadtalker.onnx;

import avatar.sadtalker.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The operators without weights, from which the networks are built; each computes the shape of its result. */
public final class Operators {

    private final Graph graph;

    public Operators(Graph graph) {
        this.graph = graph;
    }

    public Value relu(Value x) {
        return graph.add("Relu", x.shape(), List.of(x));
    }

    public Value leakyRelu(Value x, double slope) {
        return graph.add("LeakyRelu", x.shape(), List.of(x), Attribute.fraction("alpha", slope));
    }

    public Value sigmoid(Value x) {
        return graph.add("Sigmoid", x.shape(), List.of(x));
    }

    public Value exp(Value x) {
        return graph.add("Exp", x.shape(), List.of(x));
    }

    public Value softmax(Value x, int axis) {
        return graph.add("Softmax", x.shape(), List.of(x), Attribute.number("axis", axis));
    }

    public Value add(Value a, Value b) {
        return graph.add("Add", broadcast(a.shape(), b.shape()), List.of(a, b));
    }

    public Value subtract(Value a, Value b) {
        return graph.add("Sub", broadcast(a.shape(), b.shape()), List.of(a, b));
    }

    public Value multiply(Value a, Value b) {
        return graph.add("Mul", broadcast(a.shape(), b.shape()), List.of(a, b));
    }

    public Value times(Value x, double factor) {
        return multiply(x, graph.floats(Shape.of(1), (float) factor));
    }

    /** Replaces values below the minimum by 0. */
    public Value zeroBelow(Value x, double least) {
        Value below =
                graph.add("Less", ElementType.BOOL, x.shape(), List.of(x, graph.floats(Shape.of(1), (float) least)));
        return graph.add("Where", x.shape(), List.of(below, graph.floats(Shape.of(1), 0), x));
    }

    public Value matrixProduct(Value a, Value b) {
        if (a.at(-1) != b.at(-2)) {
            throw new IllegalArgumentException("No matrix product of %s and %s".formatted(a.shape(), b.shape()));
        }
        return graph.add("MatMul", a.shape().with(-1, b.at(-1)), List.of(a, b));
    }

    public Value concat(int axis, Value... parts) {
        int size = 0;
        for (Value part : parts) {
            if (!part.shape().with(axis, 1).equals(parts[0].shape().with(axis, 1))) {
                throw new IllegalArgumentException("Shapes %s and %s don't match along dimension %d"
                        .formatted(parts[0].shape(), part.shape(), axis));
            }
            size += part.at(axis);
        }
        return graph.add(
                "Concat",
                parts[0].type(),
                parts[0].shape().with(axis, size),
                List.of(parts),
                Attribute.number("axis", axis));
    }

    public Value reshape(Value x, Shape shape) {
        if (!x.shape().dims().contains(Shape.ANY)
                && !shape.dims().contains(Shape.ANY)
                && x.shape().elements() != shape.elements()) {
            throw new IllegalArgumentException("Shape %s can't be changed to %s".formatted(x.shape(), shape));
        }
        return graph.add("Reshape", x.type(), shape, List.of(x, graph.integers(shape.toLongs())));
    }

    public Value transpose(Value x, int... order) {
        List<Integer> dims = new ArrayList<>();
        long[] permutation = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            dims.add(x.at(order[i]));
            permutation[i] = order[i];
        }
        return graph.add("Transpose", new Shape(dims), List.of(x), Attribute.numbers("perm", permutation));
    }

    public Value expand(Value x, Shape shape) {
        return graph.add("Expand", shape, List.of(x, graph.integers(shape.toLongs())));
    }

    /** The part of a tensor from {@code from} up to {@code to}, exclusive, along one dimension. */
    public Value slice(Value x, int axis, int from, int to) {
        return graph.add(
                "Slice",
                x.shape().with(axis, to - from),
                List.of(x, graph.integers(from), graph.integers(to), graph.integers(axis)));
    }

    /** One row for each index. */
    public Value rows(Value table, Value indices) {
        return graph.add("Gather", table.shape().with(0, indices.at(0)), List.of(table, indices));
    }

    /** The mean over the given dimensions, which are removed. */
    public Value mean(Value x, int... axes) {
        List<Integer> dims = new ArrayList<>();
        long[] gone = new long[axes.length];
        for (int i = 0; i < x.shape().rank(); i++) {
            int axis = i;
            if (Arrays.stream(axes).noneMatch(a -> a == axis)) {
                dims.add(x.at(i));
            }
        }
        for (int i = 0; i < axes.length; i++) {
            gone[i] = axes[i];
        }
        return graph.add(
                "ReduceMean", new Shape(dims), List.of(x, graph.integers(gone)), Attribute.number("keepdims", 0));
    }

    /** The sum over one dimension, which stays with size 1. */
    public Value sum(Value x, int axis) {
        return graph.add("ReduceSum", x.shape().with(axis, 1), List.of(x, graph.integers(axis)));
    }

    /** Twice as wide and high, each value four times. */
    public Value doubled(Value x) {
        return repeated(x, 2);
    }

    /** So many times as wide and high, each value that often along both. */
    public Value repeated(Value x, int times) {
        int rank = x.shape().rank();
        float[] scales = new float[rank];
        Arrays.fill(scales, 1);
        scales[rank - 2] = times;
        scales[rank - 1] = times;
        return graph.add(
                "Resize",
                x.shape().with(-2, x.at(-2) * times).with(-1, x.at(-1) * times),
                List.of(x, NONE, graph.floats(Shape.of(rank), scales)),
                Attribute.text("mode", "nearest"),
                Attribute.text("coordinate_transformation_mode", "asymmetric"),
                Attribute.text("nearest_mode", "floor"));
    }

    /** Half as wide and high, the mean of four values each. */
    public Value halved(Value x) {
        int rank = x.shape().rank();
        long[] window = new long[rank - 2];
        Arrays.fill(window, 1);
        window[rank - 3] = 2;
        window[rank - 4] = 2;
        return graph.add(
                "AveragePool",
                x.shape().with(-2, x.at(-2) / 2).with(-1, x.at(-1) / 2),
                List.of(x),
                Attribute.numbers("kernel_shape", window),
                Attribute.numbers("strides", window));
    }

    /** The largest of each window of 3 by 3, in steps of 2. */
    public Value largestOfNine(Value x) {
        return graph.add(
                "MaxPool",
                x.shape().with(-2, (x.at(-2) + 1) / 2).with(-1, (x.at(-1) + 1) / 2),
                List.of(x),
                Attribute.numbers("kernel_shape", 3, 3),
                Attribute.numbers("strides", 2, 2),
                Attribute.numbers("pads", 1, 1, 1, 1));
    }

    /** Every channel with mean 0 and deviation 1. */
    public Value normalised(Value x, double epsilon) {
        int channels = x.at(1);
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return graph.add(
                "InstanceNormalization",
                x.shape(),
                List.of(
                        x,
                        graph.floats(Shape.of(channels), ones),
                        graph.floats(Shape.of(channels), new float[channels])),
                Attribute.fraction("epsilon", epsilon));
    }

    /**
     * Samples a volume at the places of a grid, linearly between its points, 0 beyond its edges.
     *
     * @param volume (N, C, D, H, W)
     * @param grid (N, D', H', W', 3): x, y, z, where -1 and 1 are the outer edges of the outermost points
     */
    public Value sampled(Value volume, Value grid) {
        return graph.add(
                "GridSample",
                Shape.of(volume.at(0), volume.at(1), grid.at(1), grid.at(2), grid.at(3)),
                List.of(volume, grid),
                Attribute.text("mode", "linear"),
                Attribute.text("padding_mode", "zeros"),
                Attribute.number("align_corners", 0));
    }

    private static final Value NONE = new Value("", ElementType.FLOAT, Shape.of());

    private static Shape broadcast(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            int left = i < rank - a.rank() ? 1 : a.at(i - (rank - a.rank()));
            int right = i < rank - b.rank() ? 1 : b.at(i - (rank - b.rank()));
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException("Shapes %s and %s don't match".formatted(a, b));
            }
            dims.add(left == 1 ? right : left);
        }
        return new Shape(dims);
    }
}
