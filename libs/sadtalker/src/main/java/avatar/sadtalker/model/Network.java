package avatar.sadtalker.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.tensor.Shape;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A loaded network. Callers use logical names; the names in the file stay inside. */
public final class Network implements AutoCloseable {

    private final LogicalNetwork network;
    private final ModelManifest.NetworkFile file;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private Network(LogicalNetwork network, ModelManifest.NetworkFile file, OrtSession session) {
        this.network = network;
        this.file = file;
        this.session = session;
    }

    static Network load(LogicalNetwork network, ModelManifest.NetworkFile file, Path path, Execution execution) {
        try (OrtSession.SessionOptions options = execution.options()) {
            OrtSession session = OrtEnvironment.getEnvironment().createSession(path.toString(), options);
            Network loaded = new Network(network, file, session);
            loaded.requireTensors(file.inputs(), session.getInputNames());
            loaded.requireTensors(file.outputs(), session.getOutputNames());
            return loaded;
        } catch (OrtException e) {
            throw new AvatarException(
                    ErrorCode.INVALID_MODEL, "'%s' can't be loaded: %s".formatted(path, e.getMessage()), e);
        }
    }

    private void requireTensors(Map<String, String> mapped, Set<String> found) {
        if (!found.containsAll(mapped.values())) {
            close();
            throw new AvatarException(
                    ErrorCode.INVALID_MODEL,
                    "'%s' has tensors %s, the manifest expects %s".formatted(file.file(), found, mapped.values()));
        }
    }

    /** Builds a call of the network, input by input. */
    public final class Call {

        private final Map<String, Input> inputs = new LinkedHashMap<>();

        private interface Input {
            OnnxTensor tensor() throws OrtException;
        }

        public Call with(String input, Shape shape, float... values) {
            inputs.put(
                    input,
                    () -> OnnxTensor.createTensor(
                            environment,
                            FloatBuffer.wrap(values),
                            inFile(input, shape).toLongs()));
            return this;
        }

        /** Files from elsewhere may have an innermost dimension of one more. */
        private Shape inFile(String input, Shape shape) {
            return inputShape(input).rank() == shape.rank() + 1 ? shape.plus(1) : shape;
        }

        /** One whole number. */
        public Call with(String input, long value) {
            inputs.put(
                    input,
                    () -> OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {value}), new long[] {1}));
            return this;
        }

        /** The output of another network with the same name. */
        public Call with(String input, Tensors answer) {
            return with(input, answer.shape(input), answer.get(input));
        }

        /**
         * Runs the network.
         *
         * @param outputs that are wanted
         * @throws AvatarException {@link ErrorCode#INVALID_MODEL} if it rejects these inputs
         */
        public Tensors run(String... outputs) {
            Map<String, OnnxTensor> tensors = new HashMap<>();
            Set<String> wanted = Arrays.stream(outputs)
                    .map(output -> named(file.outputs(), output))
                    .collect(Collectors.toSet());
            try {
                for (Map.Entry<String, Input> input : inputs.entrySet()) {
                    tensors.put(
                            named(file.inputs(), input.getKey()),
                            input.getValue().tensor());
                }
                try (OrtSession.Result result = session.run(tensors, wanted)) {
                    Tensors answer = new Tensors();
                    for (String output : outputs) {
                        put(answer, output, (OnnxTensor)
                                result.get(named(file.outputs(), output)).orElseThrow());
                    }
                    return answer;
                }
            } catch (OrtException e) {
                throw new AvatarException(
                        ErrorCode.INVALID_MODEL,
                        "Network '%s' failed: %s".formatted(network.label(), e.getMessage()),
                        e);
            } finally {
                tensors.values().forEach(OnnxTensor::close);
            }
        }

        private static void put(Tensors answer, String output, OnnxTensor tensor) {
            FloatBuffer buffer = tensor.getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            List<Integer> dims = Arrays.stream(tensor.getInfo().getShape())
                    .mapToObj(Math::toIntExact)
                    .toList();
            answer.put(output, new Shape(dims), values);
        }

        /** A tensor that is not in the manifest has the same name in the file. */
        private static String named(Map<String, String> names, String name) {
            return names.getOrDefault(name, name);
        }
    }

    /** The shape of an input in the file, {@link Shape#ANY} where it is open. */
    public Shape inputShape(String input) {
        try {
            NodeInfo node = session.getInputInfo().get(file.inputs().getOrDefault(input, input));
            if (node != null && node.getInfo() instanceof TensorInfo tensor) {
                return Signature.shape(tensor);
            }
            throw new IllegalArgumentException("'%s' has no input '%s'".formatted(network.label(), input));
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    public Call call() {
        return new Call();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("Network '%s' can't be closed".formatted(network.label()), e);
        }
    }
}
