package avatar.setup.sadtalker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.ModelBundle;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How the engine works.
 *
 * @param models the model bundle's folder
 * @param size of the pictures that are made, 256 or 512; null: whichever the models make
 * @param expressionScale how much more expression there is than the networks would have
 * @param device that the networks run on
 * @param told what somebody should know, such as that there is no CUDA here
 */
public record SadTalkerSettings(
        Path models, @Nullable Integer size, double expressionScale, Execution.Device device, Consumer<String> told) {

    public static final SadTalkerSettings DEFAULT =
            new SadTalkerSettings(Path.of("data", "models", "sadtalker"), null, 1, Execution.Device.CPU, message -> {});

    public static final double LEAST_SCALE = 0.1;
    public static final double MOST_SCALE = 3;

    /** With the networks' own expressions, on the processor. */
    public static SadTalkerSettings of(Path models, @Nullable Integer size, Consumer<String> told) {
        return new SadTalkerSettings(models, size, 1, Execution.Device.CPU, told);
    }

    /**
     * The models, which are as they have to be.
     *
     * @throws AvatarException {@link ErrorCode#MODEL_MISSING}, {@link ErrorCode#INVALID_MODEL}, or {@link
     *     ErrorCode#INVALID_OPTION} if they make pictures of another size than is wanted
     */
    public ModelBundle open() {
        ModelBundle bundle = ModelBundle.open(models);
        int side = bundle.manifest().side();
        if (size != null && size != side) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "The models in '%s' make pictures of %d, not of %d; import a checkpoint of that size"
                            .formatted(models, side, size));
        }
        return bundle;
    }
}
