package avatar.sadtalker.onnx;

import avatar.sadtalker.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Builds an ONNX graph, operator by operator. */
public final class Graph {

    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int OPERATOR = 4;
    private static final int ATTRIBUTE = 5;

    private final String name;
    private final List<Value> inputs = new ArrayList<>();
    private final List<Value> outputs = new ArrayList<>();
    private final List<Message> nodes = new ArrayList<>();
    private final List<Initializer> initializers = new ArrayList<>();

    /** Tensors by their names: several operators may use the same. */
    private final Map<String, Value> weights = new HashMap<>();

    /** Shared constants, such as the sizes of a shape. */
    private final Map<List<Long>, Value> integers = new HashMap<>();

    public Graph(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    List<Value> inputs() {
        return inputs;
    }

    List<Value> outputs() {
        return outputs;
    }

    List<Message> nodes() {
        return nodes;
    }

    List<Initializer> initializers() {
        return initializers;
    }

    public Value input(String inputName, ElementType type, Shape shape) {
        Value input = new Value(inputName, type, shape);
        inputs.add(input);
        return input;
    }

    public Value input(String inputName, Shape shape) {
        return input(inputName, ElementType.FLOAT, shape);
    }

    /** Makes a value an output of the graph, under that name. */
    public void output(String outputName, Value value) {
        Value output = new Value(outputName, value.type(), value.shape());
        nodes.add(node("Identity", output, List.of(value), List.of()));
        outputs.add(output);
    }

    /** A tensor of the checkpoint, the same for the same name; its numbers are read when the graph is written. */
    public Value weights(String weightsName, Shape shape, Supplier<float[]> floats) {
        return weights.computeIfAbsent(weightsName, _ -> {
            Value value = new Value(weightsName, ElementType.FLOAT, shape);
            initializers.add(new Initializer(value, () -> bytes(weightsName, shape, floats.get())));
            return value;
        });
    }

    public Value floats(Shape shape, float... floats) {
        return weights("constant_" + initializers.size(), shape, () -> floats);
    }

    /** A list of whole numbers. */
    public Value integers(long... numbers) {
        List<Long> key = Arrays.stream(numbers).boxed().toList();
        return integers.computeIfAbsent(key, _ -> {
            Value value = new Value("integers_" + initializers.size(), ElementType.INT64, Shape.of(numbers.length));
            initializers.add(new Initializer(value, () -> {
                ByteBuffer buffer =
                        ByteBuffer.allocate(numbers.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                buffer.asLongBuffer().put(numbers);
                return buffer.array();
            }));
            return value;
        });
    }

    /**
     * Adds an operator with one result.
     *
     * @param shape of the result
     */
    public Value add(String operator, ElementType type, Shape shape, List<Value> arguments, Attribute... attributes) {
        Value result = new Value("%s_%d".formatted(operator, nodes.size()), type, shape);
        nodes.add(node(operator, result, arguments, List.of(attributes)));
        return result;
    }

    public Value add(String operator, Shape shape, List<Value> arguments, Attribute... attributes) {
        return add(operator, ElementType.FLOAT, shape, arguments, attributes);
    }

    private static Message node(String operator, Value result, List<Value> arguments, List<Attribute> attributes) {
        Message node = new Message();
        arguments.forEach(argument -> node.text(INPUT, argument.name()));
        node.text(OUTPUT, result.name()).text(NODE_NAME, result.name()).text(OPERATOR, operator);
        attributes.forEach(attribute -> node.message(ATTRIBUTE, attribute.message()));
        return node;
    }

    private static byte[] bytes(String weightsName, Shape shape, float[] floats) {
        if (floats.length != shape.elements()) {
            throw new IllegalArgumentException(
                    "'%s' has %d numbers, expected %s".formatted(weightsName, floats.length, shape));
        }
        ByteBuffer buffer = ByteBuffer.allocate(floats.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(floats);
        return buffer.array();
    }
}
