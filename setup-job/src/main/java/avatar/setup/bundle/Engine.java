package avatar.setup.bundle;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes the mouths of an avatar. */
public enum Engine {
    /** Bends the shut mouth of one frame. */
    WARP,
    /** Takes mouths from the video itself, and bends only those that never occur. */
    HARVEST,
    /** Renders them by the networks of SadTalker. */
    SADTALKER;

    /** How many times as long as bending takes making the mouths takes. */
    private static final double RENDERING = 120;

    double effort() {
        return this == SADTALKER ? RENDERING : 1;
    }

    /** As it is called on the command line and in a manifest. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The engine of that label, in letters of any size.
     *
     * @throws AvatarException {@link ErrorCode#UNKNOWN_ENGINE}, naming those there are
     */
    public static Engine ofLabel(String label) {
        return Arrays.stream(values())
                .filter(engine -> engine.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new AvatarException(
                        ErrorCode.UNKNOWN_ENGINE,
                        "Engine '%s' is unknown; the engines are %s"
                                .formatted(
                                        label,
                                        Arrays.stream(values())
                                                .map(Engine::label)
                                                .collect(Collectors.joining(", ")))));
    }

    /**
     * What is to be said of a size that somebody wishes: engines that bend work at the video's own.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_OPTION} if no engine could work in that size
     */
    public Optional<String> remarkOn(@Nullable Integer size) {
        if (size == null) {
            return Optional.empty();
        }
        if (!SetupRequest.SIZES.contains(size)) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "Size %d is not among those there are: %s".formatted(size, SetupRequest.SIZES));
        }
        if (this == SADTALKER) {
            return Optional.empty();
        }
        return Optional.of("size %d has no effect: engine '%s' works at the video's own".formatted(size, label()));
    }
}
