package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Attribute;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A convolution by 3 of a tensor enlarged by repeating its values, computed without enlarging it. Of three values next
 * to each other at least two are the same, so that their weights can be added up beforehand: of 9 products for each new
 * value 4 are left where values are doubled, and fewer than 2 where they are repeated four times.
 */
final class EnlargedConvolution {

    /**
     * The position of a new value among the copies of an old one, along one line, which decides the old values it
     * depends on.
     */
    private enum Part {
        /** Depends on the previous value and its own. */
        FIRST(2),
        /** Depends on its own value alone. */
        BETWEEN(1),
        /** Depends on its own value and the next. */
        LAST(2);

        private final int kernel;

        Part(int kernel) {
            this.kernel = kernel;
        }

        long before() {
            return this == FIRST ? 1 : 0;
        }

        long behind() {
            return this == LAST ? 1 : 0;
        }

        /** Index of the sum that one of the three weights is added to. */
        int place(int weight) {
            return switch (this) {
                case FIRST -> Math.min(weight, 1);
                case BETWEEN -> 0;
                case LAST -> weight / 2;
            };
        }

        static List<Part> of(int times) {
            List<Part> parts = new ArrayList<>(List.of(FIRST));
            for (int i = 2; i < times; i++) {
                parts.add(BETWEEN);
            }
            parts.add(LAST);
            return parts;
        }
    }

    private static final int KERNEL = 3;

    private final Graph graph;
    private final Operators operators;
    private final Affine affine;
    private final UnaryOperator<Value> activation;

    /**
     * A convolution with these weights.
     *
     * @param activation of every output; cheaper here than after enlarging
     */
    EnlargedConvolution(Layers layers, Affine affine, UnaryOperator<Value> activation) {
        this.graph = layers.graph();
        this.operators = layers.operators();
        this.affine = affine;
        this.activation = activation;
    }

    /**
     * Adds this part to the graph.
     *
     * @param x (N, C, H, W) or (N, C, D, H, W)
     * @return the enlarged and convolved tensor
     */
    Value of(Value x, int times) {
        List<Value> rows = new ArrayList<>();
        Value between = null;
        for (Part row : Part.of(times)) {
            Value made = row == Part.BETWEEN && between != null ? between : row(x, row, times);
            between = row == Part.BETWEEN ? made : between;
            rows.add(made);
        }
        return interleaved(rows, -2);
    }

    private Value row(Value x, Part row, int times) {
        List<Value> columns = new ArrayList<>();
        Value between = null;
        for (Part column : Part.of(times)) {
            Value made = column == Part.BETWEEN && between != null ? between : part(x, row, column);
            between = column == Part.BETWEEN ? made : between;
            columns.add(made);
        }
        return interleaved(columns, -1);
    }

    /** Interleaves several tensors along one dimension. */
    private Value interleaved(List<Value> tensors, int axis) {
        Shape shape = tensors.getFirst().shape();
        int at = shape.rank() + axis;
        List<Integer> split = new ArrayList<>(shape.dims());
        split.add(at + 1, 1);
        Value[] stacked = tensors.stream()
                .map(tensor -> operators.reshape(tensor, new Shape(split)))
                .toArray(Value[]::new);
        return operators.reshape(operators.concat(at + 1, stacked), shape.with(at, shape.at(at) * tensors.size()));
    }

    private Value part(Value x, Part row, Part column) {
        Weight kernel = kernel(row, column);
        int rank = x.shape().rank();
        long[] pads = new long[2 * (rank - 2)];
        Arrays.fill(pads, 1);
        pads[rank - 4] = row.before();
        pads[rank - 3] = column.before();
        pads[2 * (rank - 2) - 2] = row.behind();
        pads[2 * (rank - 2) - 1] = column.behind();
        List<Value> arguments =
                new ArrayList<>(List.of(x, graph.weights(kernel.name(), kernel.shape(), kernel.floats())));
        Weight bias = affine.bias();
        if (bias != null) {
            arguments.add(graph.weights(bias.name(), bias.shape(), bias.floats()));
        }
        long[] size = new long[rank - 2];
        for (int i = 0; i < size.length; i++) {
            size[i] = kernel.shape().at(2 + i);
        }
        return activation.apply(graph.add(
                "Conv",
                x.shape().with(1, affine.outputs()),
                arguments,
                Attribute.numbers("kernel_shape", size),
                Attribute.numbers("pads", pads)));
    }

    private Weight kernel(Part row, Part column) {
        Weight whole = affine.kernel();
        Shape shape = whole.shape().with(-2, row.kernel).with(-1, column.kernel);
        Supplier<float[]> summed = () -> summed(whole.floats().get(), row, column);
        return new Weight("%s.%s.%s".formatted(whole.name(), row, column), shape, summed);
    }

    private static float[] summed(float[] whole, Part row, Part column) {
        int planes = whole.length / (KERNEL * KERNEL);
        float[] sums = new float[planes * row.kernel * column.kernel];
        for (int plane = 0; plane < planes; plane++) {
            for (int i = 0; i < KERNEL * KERNEL; i++) {
                int place = row.place(i / KERNEL) * column.kernel + column.place(i % KERNEL);
                sums[plane * row.kernel * column.kernel + place] += whole[plane * KERNEL * KERNEL + i];
            }
        }
        return sums;
    }
}
