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
import java.util.Random;
import java.util.function.Supplier;

/** The motion of a speaking head, 25 poses a second. */
public final class HeadMotion implements AutoCloseable {

    private static final int CHUNK = 32;
    private static final int LATENT = 64;

    /**
     * A style of head motion.
     *
     * @param number 0 to 45, of the styles that the network was trained with
     * @param seed of the random latents: the same seed, the same motion
     */
    public record Style(int number, long seed) {

        private static final int COUNT = 46;

        /** @throws AvatarException {@link ErrorCode#INVALID_OPTION} if that style does not exist */
        public Style {
            if (number < 0 || number >= COUNT) {
                throw new AvatarException(
                        ErrorCode.INVALID_OPTION,
                        "Invalid pose style: found %d, expected 0 to %d".formatted(number, COUNT - 1));
            }
        }
    }

    private final Network network;

    private HeadMotion(Network network) {
        this.network = network;
    }

    public static HeadMotion of(ModelBundle models, Execution execution) {
        return new HeadMotion(models.load(LogicalNetwork.AUDIO2POSE, execution));
    }

    /**
     * The pose in each frame, smooth.
     *
     * @param samples speech, 16,000 samples a second, full scale at 1
     * @param start the pose of the first frame
     */
    public List<List<Float>> of(float[] samples, List<Float> start, Style style) {
        MelSpectrogram mel = MelSpectrogram.of(samples);
        Random random = new Random(style.seed());
        double[][] motion = motion(mel.windows(0, mel.frames()), start, style.number(), () -> {
            float[] latent = new float[LATENT];
            for (int i = 0; i < LATENT; i++) {
                latent[i] = (float) random.nextGaussian();
            }
            return latent;
        });
        double[][] axes = new double[Coefficients.POSE][];
        for (int axis = 0; axis < axes.length; axis++) {
            double[] values = new double[motion.length];
            for (int frame = 0; frame < values.length; frame++) {
                values[frame] = motion[frame][axis];
            }
            axes[axis] = SavitzkyGolay.smoothed(values);
        }
        List<List<Float>> poses = new ArrayList<>();
        for (int frame = 0; frame < motion.length; frame++) {
            List<Float> pose = new ArrayList<>();
            for (double[] axis : axes) {
                pose.add((float) axis[frame]);
            }
            poses.add(List.copyOf(pose));
        }
        return poses;
    }

    /**
     * The poses before smoothing. The first is {@code start}; then come chunks of 32 frames, of which the last overlaps
     * the one before it so that it is complete.
     *
     * @param mel (frames, 1, 80, 16)
     * @param latents one for each chunk
     */
    double[][] motion(float[] mel, List<Float> start, int style, Supplier<float[]> latents) {
        int window = MelFilters.BANDS * MelSpectrogram.COLUMNS;
        int frames = mel.length / window;
        double[][] poses = new double[frames][Coefficients.POSE];
        for (int axis = 0; axis < Coefficients.POSE && frames > 0; axis++) {
            poses[0][axis] = start.get(axis);
        }
        for (int from = 1; from < frames; from += CHUNK) {
            int first = Math.min(from, frames - CHUNK);
            float[] moved = chunk(chunkOf(mel, first, window), start, style, latents.get());
            for (int frame = from; frame < Math.min(frames, from + CHUNK); frame++) {
                for (int axis = 0; axis < Coefficients.POSE; axis++) {
                    poses[frame][axis] = start.get(axis) + moved[(frame - first) * Coefficients.POSE + axis];
                }
            }
        }
        return poses;
    }

    /** 32 frames from {@code first} on; before the second frame of the sound, that frame is repeated. */
    private static float[] chunkOf(float[] mel, int first, int window) {
        float[] chunk = new float[CHUNK * window];
        for (int i = 0; i < CHUNK; i++) {
            System.arraycopy(mel, Math.max(1, first + i) * window, chunk, i * window, window);
        }
        return chunk;
    }

    private float[] chunk(float[] mel, List<Float> start, int style, float[] latent) {
        float[] ref = new float[Coefficients.POSE];
        for (int i = 0; i < ref.length; i++) {
            ref[i] = start.get(i);
        }
        return network.call()
                .with("mel", Shape.of(1, CHUNK, 1, MelFilters.BANDS, MelSpectrogram.COLUMNS), mel)
                .with("z", Shape.of(1, LATENT), latent)
                .with("class", style)
                .with("ref", Shape.of(1, Coefficients.POSE), ref)
                .run("motion")
                .get("motion");
    }

    @Override
    public void close() {
        network.close();
    }
}
