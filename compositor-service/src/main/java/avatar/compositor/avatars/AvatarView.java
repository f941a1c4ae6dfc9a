package avatar.compositor.avatars;

import avatar.contract.bundle.AvatarManifest;
import org.jspecify.annotations.Nullable;

/**
 * An avatar as the API tells of it; what its bundle can't say is null.
 *
 * @param ready whether its bundle is whole
 * @param problem what is wrong with it; null if nothing is
 * @param frames of the base video
 * @param source the name of the file it was made of
 * @param preview where a picture of all its mouths is
 */
record AvatarView(
        String id,
        boolean ready,
        @Nullable String problem,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        @Nullable Integer frames,
        @Nullable String engine,
        @Nullable String source,
        String preview) {

    static AvatarView whole(String id, AvatarManifest manifest) {
        return new AvatarView(
                id,
                true,
                null,
                manifest.width(),
                manifest.height(),
                manifest.fps(),
                manifest.frameCount(),
                manifest.engine(),
                manifest.source().file(),
                preview(id));
    }

    static AvatarView broken(String id, String problem) {
        return new AvatarView(id, false, problem, null, null, null, null, null, null, preview(id));
    }

    private static String preview(String id) {
        return "%s/%s/%s".formatted(AvatarRoutes.PATH, id, AvatarRoutes.PREVIEW);
    }
}
