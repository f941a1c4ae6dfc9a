package avatar.sadtalker.network;

import avatar.sadtalker.onnx.Attribute;
import avatar.sadtalker.onnx.Graph;
import avatar.sadtalker.onnx.Operators;
import avatar.sadtalker.onnx.Value;
import avatar.sadtalker.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The layers with weights, from which the networks are built. */
final class Layers {

    private final Graph graph;
    private final Operators operators;

    /** Whether tensors are enlarged before a convolution, as in the reference. */
    private final boolean isLiteral;

    Layers(Graph graph) {
        this(graph, false);
    }

    private Layers(Graph graph, boolean isLiteral) {
        this.graph = graph;
        this.operators = new Operators(graph);
        this.isLiteral = isLiteral;
    }

    /** The layers exactly as in the reference, for comparison. */
    static Layers literal(Graph graph) {
        return new Layers(graph, true);
    }

    Graph graph() {
        return graph;
    }

    Operators operators() {
        return operators;
    }

    Value convolution(Value x, Weights weights, Convolution convolution) {
        return convolution(x, affine(x, weights, "weight", convolution), convolution);
    }

    /** These weights with the batch norm that follows. */
    Value convolution(Value x, Weights weights, Weights norm, Convolution convolution) {
        Affine affine = affine(x, weights, "weight", convolution);
        return convolution(x, affine.then(Norm.of(norm, affine.outputs())), convolution);
    }

    /** The weights of a convolution of that value, checked. */
    Affine affine(Value x, Weights weights, String kernel, Convolution convolution) {
        int[] expected = new int[x.shape().rank()];
        Arrays.fill(expected, convolution.kernel());
        expected[0] = Shape.ANY;
        expected[1] = x.at(1) / convolution.groups();
        Weight taken = weights.take(kernel, expected);
        return new Affine(
                taken, convolution.biased() ? weights.take("bias", taken.shape().at(0)) : null);
    }

    Value convolution(Value x, Affine affine, Convolution convolution) {
        int dimensions = x.shape().rank() - 2;
        long[] kernel = new long[dimensions];
        long[] strides = new long[dimensions];
        long[] pads = new long[2 * dimensions];
        long[] dilations = new long[dimensions];
        Shape shape = x.shape().with(1, affine.outputs());
        for (int i = 0; i < dimensions; i++) {
            int stride = convolution.strides(dimensions).get(i);
            kernel[i] = convolution.kernel();
            strides[i] = stride;
            dilations[i] = convolution.dilation();
            pads[i] = convolution.padding();
            pads[dimensions + i] = convolution.padding();
            shape = shape.with(2 + i, convolution.outputSize(x.at(2 + i), stride));
        }
        return graph.add(
                "Conv",
                shape,
                arguments(x, affine),
                Attribute.numbers("kernel_shape", kernel),
                Attribute.numbers("strides", strides),
                Attribute.numbers("pads", pads),
                Attribute.numbers("dilations", dilations),
                Attribute.number("group", convolution.groups()));
    }

    /**
     * A convolution by 3 of a value that is enlarged before.
     *
     * @param affine its weights
     */
    Value enlarged(Value x, int times, Affine affine, UnaryOperator<Value> activation) {
        if (times == 1 || isLiteral) {
            Value large = times == 1 ? x : operators.repeated(x, times);
            return activation.apply(convolution(large, affine, Convolution.of(3)));
        }
        return new EnlargedConvolution(this, affine, activation).of(x, times);
    }

    /** Twice as high, each value spread over two. */
    Value stretched(Value x, Weights weights) {
        Weight kernel = weights.take("weight", x.at(1), Shape.ANY, 2, 1);
        Weight bias = weights.take("bias", kernel.shape().at(1));
        return graph.add(
                "ConvTranspose",
                x.shape().with(1, kernel.shape().at(1)).with(2, 2 * x.at(2)),
                arguments(x, new Affine(kernel, bias)),
                Attribute.numbers("kernel_shape", 2, 1),
                Attribute.numbers("strides", 2, 1));
    }

    /** @param x (N, inputs) */
    Value linear(Value x, Weights weights) {
        Weight kernel = weights.take("weight", Shape.ANY, x.at(1));
        Affine affine = new Affine(kernel, weights.take("bias", kernel.shape().at(0)));
        return graph.add(
                "Gemm", x.shape().with(1, affine.outputs()), arguments(x, affine), Attribute.number("transB", 1));
    }

    /** A batch norm that can't be folded, since it precedes its convolution. */
    Value norm(Value x, Weights weights) {
        Norm norm = Norm.of(weights, x.at(1));
        List<Value> arguments = new ArrayList<>();
        arguments.add(x);
        for (Weight weight : List.of(norm.gain(), norm.bias(), norm.mean(), norm.variance())) {
            arguments.add(constant(weight));
        }
        return graph.add("BatchNormalization", x.shape(), arguments, Attribute.fraction("epsilon", Norm.EPSILON));
    }

    Value constant(Weight weight) {
        return graph.weights(weight.name(), weight.shape(), weight.floats());
    }

    private List<Value> arguments(Value x, Affine affine) {
        List<Value> arguments = new ArrayList<>(List.of(x, constant(affine.kernel())));
        if (affine.bias() != null) {
            arguments.add(constant(affine.bias()));
        }
        return arguments;
    }
}
