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
 * How the engine works.
 *
 * @param models the model bundle's folder
 * @param size of the pictures that are made, 256 or 512; null: whichever the models make
 * @param expressionScale how much more expression there is than the networks would have
 * @param style how heads move while they speak; null: they are held as in the photo
 * @param device that the networks run on
 * @param told what somebody should know, such as that there is no CUDA here
 */
public record SadTalkerSettings(
        Path models,
        @Nullable Integer size,
        double expressionScale,
        HeadMotion.@Nullable Style style,
        Execution.Device device,
        Consumer<String> told) {

    public static final SadTalkerSettings DEFAULT = of(Path.of("data", "models", "sadtalker"), null, message -> {});

    public static final double LEAST_SCALE = 0.1;
    public static final double MOST_SCALE = 3;

    /** With the networks' own expressions and the head held still, on the processor. */
    public static SadTalkerSettings of(Path models, @Nullable Integer size, Consumer<String> told) {
        return new SadTalkerSettings(models, size, 1, null, Execution.Device.CPU, told);
    }

    public SadTalkerSettings withStyle(HeadMotion.Style newStyle) {
        return new SadTalkerSettings(models, size, expressionScale, newStyle, device, told);
    }

    /** In a few words, for a manifest: the style and its seed, or {@code still}. */
    public String pose() {
        return style == null ? "still" : "style %d, seed %d".formatted(style.number(), style.seed());
    }

    /**
     * The models, which are as they have to be.
     *
     * @throws AvatarException {@link ErrorCode#MODEL_MISSING}, {@link ErrorCode#INVALID_MODEL}, or {@link
     *     ErrorCode#INVALID_OPTION} if they make pictures of another size than is wanted, or know nothing of the style's kind
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
        if (style != null && !bundle.has(LogicalNetwork.AUDIO2POSE)) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "The models in '%s' have no network '%s', which a pose style needs"
                            .formatted(models, LogicalNetwork.AUDIO2POSE.label()));
        }
        return bundle;
    }
}
