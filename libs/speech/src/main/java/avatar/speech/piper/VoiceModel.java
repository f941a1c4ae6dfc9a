package avatar.speech.piper;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.TensorInfo;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The loaded ONNX model of a voice. Inputs and output are those of {@code export_onnx.py} of Piper's training. */
final class VoiceModel implements AutoCloseable {

    private static final String PHONEMES = "input";
    private static final String LENGTHS = "input_lengths";
    private static final String SCALES = "scales";

    /** The speaker input of models with several speakers. */
    private static final String SPEAKER = "sid";

    /** The first speaker, Piper's default. */
    private static final long FIRST_SPEAKER = 0;

    private static final Map<String, OnnxJavaType> INPUTS = Map.of(
            PHONEMES, OnnxJavaType.INT64,
            LENGTHS, OnnxJavaType.INT64,
            SCALES, OnnxJavaType.FLOAT,
            SPEAKER, OnnxJavaType.INT64);

    private final Path file;
    private final OrtSession session;

    private VoiceModel(Path file, OrtSession session) {
        this.file = file;
        this.session = session;
    }

    /**
     * Loads a model.
     *
     * @throws IllegalArgumentException if the file is not the model of a voice
     */
    static VoiceModel open(Path file, int threads) {
        return open(file, threads, OptLevel.ALL_OPT);
    }

    /**
     * Checks that a file is the model of a voice: loads it in the quickest way and closes it.
     *
     * @throws IllegalArgumentException as {@link #open(Path, int)}
     */
    static void check(Path file) {
        open(file, 1, OptLevel.NO_OPT).close();
    }

    private static VoiceModel open(Path file, int threads, OptLevel level) {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // Spinning threads would take time from those that render frames.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setOptimizationLevel(level);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            VoiceModel model =
                    new VoiceModel(file, OrtEnvironment.getEnvironment().createSession(file.toString(), options));
            try {
                model.requireVoice();
            } catch (OrtException | IllegalArgumentException e) {
                model.close();
                throw e;
            }
            return model;
        } catch (OrtException | LinkageError e) {
            throw new IllegalArgumentException(
                    "%s can't be loaded as an ONNX model: %s".formatted(file.getFileName(), e.getMessage()), e);
        }
    }

    private void requireVoice() throws OrtException {
        Map<String, String> found = new TreeMap<>();
        session.getInputInfo().forEach((name, info) -> found.put(name, type(info)));
        Map<String, String> expected = new TreeMap<>();
        INPUTS.forEach((name, type) -> expected.put(name, type.name()));
        if (!found.containsKey(SPEAKER)) {
            expected.remove(SPEAKER);
        }
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("%s has the inputs %s, expected those of a voice of Piper, %s"
                    .formatted(file.getFileName(), found, expected));
        }
        String answer = session.getOutputInfo().values().stream()
                .map(VoiceModel::type)
                .findFirst()
                .orElse("nothing");
        if (!answer.equals(OnnxJavaType.FLOAT.name())) {
            throw new IllegalArgumentException(
                    "%s returns %s, expected sound as FLOAT".formatted(file.getFileName(), answer));
        }
    }

    private static String type(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo tensor
                ? tensor.type.name()
                : node.getInfo().getClass().getSimpleName();
    }

    /**
     * Synthesizes phonemes.
     *
     * @param ids of phonemes; at least one
     * @return sound of any amplitude
     * @throws AvatarException {@link ErrorCode#SYNTHESIS_FAILED} if the model fails or returns more than {@code
     *     mostSamples}
     */
    float[] speak(long[] ids, Scales scales, int mostSamples) {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            inputs.put(PHONEMES, longs(environment, ids, 1, ids.length));
            inputs.put(LENGTHS, longs(environment, new long[] {ids.length}, 1));
            inputs.put(SCALES, OnnxTensor.createTensor(environment, FloatBuffer.wrap(scales.values()), new long[] {3}));
            if (session.getInputNames().contains(SPEAKER)) {
                inputs.put(SPEAKER, longs(environment, new long[] {FIRST_SPEAKER}, 1));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return sound(result.get(0), mostSamples);
            }
        } catch (OrtException e) {
            throw failed("failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor longs(OrtEnvironment environment, long[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private float[] sound(OnnxValue answer, int mostSamples) {
        OnnxTensor tensor = (OnnxTensor) answer;
        long samples = tensor.getInfo().getNumElements();
        if (samples < 1 || samples > mostSamples) {
            throw failed("returned %d samples, expected 1 to %d".formatted(samples, mostSamples), null);
        }
        float[] sound = new float[(int) samples];
        tensor.getFloatBuffer().get(sound);
        return sound;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The model %s can't be closed".formatted(file), e);
        }
    }

    private AvatarException failed(String what, @Nullable Exception cause) {
        return new AvatarException(
                ErrorCode.SYNTHESIS_FAILED, "The model %s %s".formatted(file.getFileName(), what), cause);
    }
}
