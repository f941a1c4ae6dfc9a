package avatar.mouths.sadtalker;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.LogicalNetwork;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.pipeline.HeadMotion;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of engine {@code sadtalker}.
 *
 * @param models the folder of the model bundle
 * @param expressionScale factor of the expressions that the networks give
 * @param style how the head moves while it speaks; null: it is held as in the photo
 * @param device that the networks run on
 * @param log receives messages for the user, such as that CUDA is missing
 */
public record SadTalkerSettings(
        Path models,
        double expressionScale,
        HeadMotion.@Nullable Style style,
        Execution.Device device,
        Consumer<String> log) {

    public static final SadTalkerSettings DEFAULT = of(Path.of("data", "models", "sadtalker"), message -> {});

    public static final double LEAST_SCALE = 0.1;
    public static final double MOST_SCALE = 3;

    /** With the networks' own expressions and the head held still, on the processor. */
    public static SadTalkerSettings of(Path models, Consumer<String> log) {
        return new SadTalkerSettings(models, 1, null, Execution.Device.CPU, log);
    }

    public SadTalkerSettings withStyle(HeadMotion.Style newStyle) {
        return new SadTalkerSettings(models, expressionScale, newStyle, device, log);
    }

    /** The pose for a manifest: the style and its seed, or {@code still}. */
    public String pose() {
        return style == null ? "still" : "style %d, seed %d".formatted(style.number(), style.seed());
    }

    /**
     * Opens the models and checks that they suit these settings.
     *
     * @param size of the pictures that are wanted, 256 or 512; null: whichever the models make
     * @throws AvatarException {@link ErrorCode#MODEL_MISSING}, {@link ErrorCode#INVALID_MODEL}, or {@link
     *     ErrorCode#INVALID_OPTION} if they make pictures of another size, or lack the network that a style needs
     */
    public ModelBundle open(@Nullable Integer size) {
        ModelBundle bundle = ModelBundle.open(models);
        int side = bundle.manifest().side();
        if (size != null && size != side) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "The models in '%s' make pictures of %d, not of %d; import a checkpoint of that size"
                            .formatted(models, side, size));
        }
        if (style != null && !bundle.has(LogicalNetwork.AUDIO2POSE)) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "The models in '%s' have no network '%s', which a pose style needs"
                            .formatted(models, LogicalNetwork.AUDIO2POSE.label()));
        }
        return bundle;
    }
}
