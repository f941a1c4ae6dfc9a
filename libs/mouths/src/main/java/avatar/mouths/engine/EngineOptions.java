package avatar.mouths.engine;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.mouths.sadtalker.SadTalkerSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The options of all engines; each engine reads those it knows.
 *
 * @param size of the pictures that the engine makes, one of {@link SetupRequest#SIZES}; null: the engine's own
 */
public record EngineOptions(@Nullable Integer size, SadTalkerSettings sadTalker) {

    public static final EngineOptions DEFAULT = new EngineOptions(null, SadTalkerSettings.DEFAULT);

    /** @throws AvatarException {@link ErrorCode#INVALID_OPTION} if no engine works in that size */
    public EngineOptions {
        if (size != null && !SetupRequest.SIZES.contains(size)) {
            throw new AvatarException(
                    ErrorCode.INVALID_OPTION,
                    "Invalid size: found %d, expected one of %s".formatted(size, SetupRequest.SIZES));
        }
    }

    /** The remark of an engine that works at the size of the video. */
    Optional<String> remarkOnSize(String engine) {
        return Optional.ofNullable(size)
                .map(given -> "size %d has no effect: engine '%s' works at the video's own".formatted(given, engine));
    }
}
