package avatar.contract.bundle;

import java.util.Map;

/**
 * The content of {@code avatar.json}.
 *
 * @param width of the base video, in pixels
 * @param fps frames per second of the base video, constant
 * @param referenceFrame the frame whose mouth the patches were made from
 * @param engine that made the patches
 * @param settings of setup and engine, which a rebuild needs to produce the same bundle
 * @param mouthBox where the mouth patches lie in the reference frame
 * @param eyeBox where the BLINK patch lies in the reference frame
 * @param checksums SHA-256, in hex, of every other file of the bundle, by its path in it
 */
public record AvatarManifest(
        int version,
        String id,
        Source source,
        int width,
        int height,
        double fps,
        int frameCount,
        int referenceFrame,
        String engine,
        Map<String, String> settings,
        Box mouthBox,
        Box eyeBox,
        Map<String, String> checksums) {

    /** Since 2 every viseme has three openings, whose lip positions are stored. */
    public static final int VERSION = 3;

    public AvatarManifest {
        settings = Map.copyOf(settings);
        checksums = Map.copyOf(checksums);
    }

    /** The video or picture an avatar was made from: its file name without folders, and its SHA-256 in hex. */
    public record Source(String file, String sha256) {}
}
