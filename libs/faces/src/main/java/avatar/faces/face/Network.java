package avatar.faces.face;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A network of the {@code models} resources with one square picture as input. Any number of threads may run it. */
final class Network implements AutoCloseable {

    private final String name;
    private final int size;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /** Native memory of the input, reused: allocated for every picture, it would grow until the heap is collected. */
    private final Queue<FloatBuffer> spare = new ConcurrentLinkedQueue<>();

    /** @param size width and height of the input */
    Network(String name, int size) {
        this.name = name;
        this.size = size;
        try (InputStream in = Objects.requireNonNull(Network.class.getResourceAsStream("/models/" + name), name);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = environment.createSession(in.readAllBytes(), options);
        } catch (IOException | OrtException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "The model '%s' can't be loaded: %s".formatted(name, e), e);
        }
    }

    /** The outputs of one run. */
    static final class Outputs {

        private final Map<String, float[]> values = new HashMap<>();

        /** One output, flattened. */
        float[] get(String output) {
            float[] found = values.get(output);
            if (found == null) {
                throw new IllegalArgumentException(
                        "Unknown output: found '%s', expected one of %s".formatted(output, values.keySet()));
            }
            return found;
        }
    }

    int size() {
        return size;
    }

    /** Runs the network on three planes of red, green and blue. */
    Outputs run(float[] planes) {
        long[] shape = {1, 3, size, size};
        FloatBuffer memory = memory().put(planes).flip();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, memory, shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            Outputs outputs = new Outputs();
            for (var output : result) {
                outputs.values.put(output.getKey(), flat((OnnxTensor) output.getValue()));
            }
            return outputs;
        } catch (OrtException e) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "The model '%s' failed: %s".formatted(name, e), e);
        } finally {
            spare.add(memory);
        }
    }

    private FloatBuffer memory() {
        FloatBuffer used = spare.poll();
        return used != null
                ? used.clear()
                : ByteBuffer.allocateDirect(3 * size * size * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
    }

    private static float[] flat(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The model '%s' can't be closed".formatted(name), e);
        }
    }
}
