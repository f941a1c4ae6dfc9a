package avatar.sadtalker.pipeline;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.LogicalNetwork;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.model.Network;
import avatar.sadtalker.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** The expressions of a speaking face, 25 times a second. */
public final class Expressions implements AutoCloseable {

    /** Number of frames in a batch, as in training; they are independent. */
    private static final int AT_ONCE = 10;

    private final Network network;

    private Expressions(Network network) {
        this.network = network;
    }

    public static Expressions of(ModelBundle models, Execution execution) {
        return new Expressions(models.load(LogicalNetwork.AUDIO2EXP, execution));
    }

    /**
     * The expression of each frame, eyes open.
     *
     * @param samples speech, 16,000 samples a second, full scale at 1
     * @param face of the photo
     * @throws AvatarException {@link ErrorCode#INVALID_AUDIO} if it is shorter than a frame
     */
    public List<List<Float>> of(float[] samples, Coefficients face) {
        MelSpectrogram mel = MelSpectrogram.of(samples);
        if (mel.frames() == 0) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "Expected at least %d samples of speech, found %d"
                            .formatted(MelSpectrogram.SAMPLES_PER_FRAME, samples.length));
        }
        List<List<Float>> expressions = new ArrayList<>();
        for (int from = 0; from < mel.frames(); from += AT_ONCE) {
            expressions.addAll(some(mel, from, Math.min(mel.frames(), from + AT_ONCE), face));
        }
        return expressions;
    }

    private List<List<Float>> some(MelSpectrogram mel, int from, int to, Coefficients face) {
        int count = to - from;
        float[] own = new float[count * Coefficients.EXPRESSION];
        for (int i = 0; i < own.length; i++) {
            own[i] = face.expression().get(i % Coefficients.EXPRESSION);
        }
        float[] made = network.call()
                .with("mel", MelSpectrogram.shape(count), mel.windows(from, to))
                .with("ref", Shape.of(1, count, Coefficients.EXPRESSION), own)
                .with("ratio", Shape.of(1, count), new float[count])
                .run("exp")
                .get("exp");
        List<List<Float>> expressions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            expressions.add(Coefficients.part(made, i * Coefficients.EXPRESSION, Coefficients.EXPRESSION));
        }
        return expressions;
    }

    @Override
    public void close() {
        network.close();
    }
}
