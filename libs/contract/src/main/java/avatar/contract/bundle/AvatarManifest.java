package avatar.contract.bundle;

import java.util.Map;

/**
 * What {@code avatar.json} says of an avatar.
 *
 * @param width of the base video, in pixels
 * @param fps frames a second of the base video, constant
 * @param referenceFrame the frame whose mouth the patches were made from
 * @param engine that made the patches
 * @param settings of setup and engine: what a rebuild must repeat to get the same bundle
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

    /** 2: every viseme in three openings, and where they have the lips. */
    public static final int VERSION = 3;

    public AvatarManifest {
        settings = Map.copyOf(settings);
        checksums = Map.copyOf(checksums);
    }

    /** The video an avatar was made from: its file name without folders, and its SHA-256 in hex. */
    public record Source(String file, String sha256) {}
}
