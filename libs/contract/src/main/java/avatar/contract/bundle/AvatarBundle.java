package avatar.contract.bundle;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * An avatar's folder: {@code avatars/<id>/} on the shared volume.
 *
 * <p>A bundle is complete or absent: it is written to a temporary folder and renamed.
 */
public record AvatarBundle(Path folder, AvatarManifest manifest) {

    public static final String MANIFEST = "avatar.json";
    public static final String BASE_VIDEO = "base.mp4";
    public static final String TRACK = "track.json";
    public static final String LANDMARKS = "landmarks.json";
    public static final String LIPS = "visemes/lips.json";
    public static final String PREVIEW = "preview.png";

    /** The quality measurements of the bundle. */
    public static final String REPORT = "report.json";

    public static final String BLINK_PATCH = "visemes/eye_blink.png";

    /** The path of a viseme's patch at its full opening, within a bundle. */
    public static String patch(Viseme viseme) {
        return patch(viseme, Opening.FULL);
    }

    /** The path of a viseme's patch within a bundle. */
    public static String patch(Viseme viseme, Opening opening) {
        return "visemes/mouth_" + viseme.label() + opening.suffix() + ".png";
    }

    /**
     * Opens a bundle and verifies its checksums.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_BUNDLE}, naming the file that is missing or changed
     */
    public static AvatarBundle open(Path folder) {
        try {
            AvatarManifest manifest = readJson(folder, MANIFEST, AvatarManifest.class);
            requireVersion(folder.resolve(MANIFEST), manifest.version(), AvatarManifest.VERSION);
            for (Map.Entry<String, String> file : manifest.checksums().entrySet()) {
                requireChecksum(folder.resolve(file.getKey()), file.getValue());
            }
            return new AvatarBundle(folder, manifest);
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.INVALID_BUNDLE, "%s can't be read: %s".formatted(folder, e), e);
        }
    }

    public Path baseVideo() {
        return folder.resolve(BASE_VIDEO);
    }

    public Path patchFile(Viseme viseme) {
        return patchFile(viseme, Opening.FULL);
    }

    public Path patchFile(Viseme viseme, Opening opening) {
        return folder.resolve(patch(viseme, opening));
    }

    /** The mouth box in pixels of the base video: the size of every mouth patch. */
    public PixelBox mouthBox() {
        return manifest.mouthBox().toPixels(manifest.width(), manifest.height());
    }

    /**
     * Reads {@code track.json}.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_BUNDLE}
     */
    public Track track() {
        try {
            Track track = readJson(folder, TRACK, Track.class);
            if (track.frames().size() != manifest.frameCount()) {
                throw new AvatarException(
                        ErrorCode.INVALID_BUNDLE,
                        "%s has %d frames, the base video %d"
                                .formatted(folder.resolve(TRACK), track.frames().size(), manifest.frameCount()));
            }
            return track;
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.INVALID_BUNDLE, "%s can't be read: %s".formatted(folder, e), e);
        }
    }

    /**
     * Reads {@code visemes/lips.json}.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_BUNDLE}
     */
    public LipShapes lips() {
        try {
            LipShapes lips = readJson(folder, LIPS, LipShapes.class);
            requireVersion(folder.resolve(LIPS), lips.version(), LipShapes.VERSION);
            return lips;
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.INVALID_BUNDLE, "%s can't be read: %s".formatted(folder, e), e);
        }
    }

    /** The SHA-256 of a file, in hex. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static <T> T readJson(Path folder, String name, Class<T> type) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(ErrorCode.INVALID_BUNDLE, "%s is missing".formatted(file));
        }
        try {
            return Json.read(Files.readAllBytes(file), type);
        } catch (AvatarException e) {
            throw new AvatarException(
                    ErrorCode.INVALID_BUNDLE, "%s can't be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void requireVersion(Path file, int found, int expected) {
        if (found != expected) {
            throw new AvatarException(
                    ErrorCode.INVALID_BUNDLE,
                    "%s is of version %d; this program reads %d".formatted(file, found, expected));
        }
    }

    private static void requireChecksum(Path file, String expected) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(ErrorCode.INVALID_BUNDLE, "%s is missing".formatted(file));
        }
        String found = sha256(file);
        if (!found.equals(expected)) {
            throw new AvatarException(
                    ErrorCode.INVALID_BUNDLE,
                    "%s was changed: its SHA-256 is %s, not %s".formatted(file, found, expected));
        }
    }
}
