package avatar.contract.api;

import avatar.contract.bundle.AvatarManifest;
import org.jspecify.annotations.Nullable;

/**
 * An avatar: {@code GET /api/v1/avatars/{id}}. The fields that come from its manifest are null if that can't be read.
 *
 * @param ready whether its bundle is complete
 * @param problem what is wrong with its bundle; null if nothing is
 * @param width of the base video in pixels
 * @param frames of the base video
 * @param source name of the file it was made of
 * @param preview path of a picture of all its mouths
 */
public record AvatarSummary(
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

    public static AvatarSummary complete(String id, AvatarManifest manifest) {
        return new AvatarSummary(
                id,
                true,
                null,
                manifest.width(),
                manifest.height(),
                manifest.fps(),
                manifest.frameCount(),
                manifest.engine(),
                manifest.source().file(),
                previewOf(id));
    }

    public static AvatarSummary broken(String id, String problem) {
        return new AvatarSummary(id, false, problem, null, null, null, null, null, null, previewOf(id));
    }

    private static String previewOf(String id) {
        return "/api/v1/avatars/%s/preview.png".formatted(id);
    }
}
