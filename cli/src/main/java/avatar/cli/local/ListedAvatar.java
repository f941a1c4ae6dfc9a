package avatar.cli.local;

import org.jspecify.annotations.Nullable;

/**
 * An avatar as {@code GET /api/v1/avatars} lists it.
 *
 * @param problem why it is not ready; null if it is
 * @param width of its video in pixels; what follows is unknown of one that is not ready
 * @param frames that it loops
 * @param source the file it was made from
 */
public record ListedAvatar(
        String id,
        boolean ready,
        @Nullable String problem,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        @Nullable Integer frames,
        @Nullable String engine,
        @Nullable String source) {

    static ListedAvatar broken(String id, String problem) {
        return new ListedAvatar(id, false, problem, null, null, null, null, null, null);
    }
}
