package avatar.sadtalker.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import avatar.sadtalker.onnx.ElementType;
import avatar.sadtalker.tensor.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inputs and outputs of a network's file, in the file's order.
 *
 * @param inputs that are tensors of numbers
 */
record Signature(List<LogicalTensor> inputs, List<LogicalTensor> outputs) {

    /** Reads the signature, for which it loads the network. */
    static Signature of(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
            options.setCPUArenaAllocator(false);
            try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString(), options)) {
                return new Signature(
                        tensors(session.getInputInfo().values()),
                        tensors(session.getOutputInfo().values()));
            }
        }
    }

    private static List<LogicalTensor> tensors(Collection<NodeInfo> nodes) {
        return nodes.stream().flatMap(node -> tensor(node).stream()).toList();
    }

    private static Optional<LogicalTensor> tensor(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info
                ? type(info.type).map(type -> new LogicalTensor(node.getName(), type, shape(info)))
                : Optional.empty();
    }

    private static Optional<ElementType> type(OnnxJavaType type) {
        return switch (type) {
            case FLOAT -> Optional.of(ElementType.FLOAT);
            case INT64 -> Optional.of(ElementType.INT64);
            default -> Optional.empty();
        };
    }

    /** {@link Shape#ANY} where a dimension is open. */
    static Shape shape(TensorInfo info) {
        return new Shape(Arrays.stream(info.getShape())
                .mapToObj(dim -> (int) Math.max(dim, Shape.ANY))
                .toList());
    }

    /** The network of SadTalker with this signature, if there is one. */
    Optional<LogicalNetwork> network() {
        return Stream.of(LogicalNetwork.values())
                .filter(network ->
                        inputsAs(network).isPresent() && outputsAs(network).isPresent())
                .findFirst();
    }

    /** The names of the network's inputs in this file, if this is that network; it has no other inputs. */
    Optional<Map<String, String>> inputsAs(LogicalNetwork network) {
        return inputs.size() == network.inputs().size() ? names(network.inputs(), inputs) : Optional.empty();
    }

    /** The names of the network's outputs in this file, if it has them. */
    Optional<Map<String, String>> outputsAs(LogicalNetwork network) {
        return names(network.outputs(), outputs);
    }

    /**
     * One of {@code found} for each wanted tensor: by shape; if several fit, by name; else the first, since exports
     * keep the order of the reference.
     */
    private static Optional<Map<String, String>> names(List<LogicalTensor> wanted, List<LogicalTensor> found) {
        Map<String, String> names = new LinkedHashMap<>();
        for (LogicalTensor one : wanted) {
            List<String> fitting = found.stream()
                    .filter(tensor -> fits(one, tensor) && !names.containsValue(tensor.name()))
                    .map(LogicalTensor::name)
                    .toList();
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            String word = one.name().substring(one.name().lastIndexOf('_') + 1);
            names.put(
                    one.name(),
                    fitting.stream()
                            .filter(name -> name.contains(word))
                            .findFirst()
                            .orElse(fitting.getFirst()));
        }
        return Optional.of(names);
    }

    private static boolean fits(LogicalTensor wanted, LogicalTensor found) {
        return wanted.type() == found.type()
                && (fits(wanted.shape(), found.shape()) || fits(wanted.shape().plus(1), found.shape()));
    }

    /** Open dimensions fit all. */
    private static boolean fits(Shape wanted, Shape found) {
        if (wanted.rank() != found.rank()) {
            return false;
        }
        for (int i = 0; i < wanted.rank(); i++) {
            if (wanted.at(i) != found.at(i) && wanted.at(i) != Shape.ANY && found.at(i) != Shape.ANY) {
                return false;
            }
        }
        return true;
    }

    /** The size along a dimension of an input, if there is that input and the size is fixed. */
    Optional<Integer> size(String input, int axis) {
        return inputs.stream()
                .filter(tensor -> tensor.name().equals(input))
                .map(tensor -> tensor.shape().at(axis))
                .filter(size -> size != Shape.ANY)
                .findAny();
    }
}
