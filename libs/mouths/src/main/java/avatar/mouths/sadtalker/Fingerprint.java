package avatar.mouths.sadtalker;

import avatar.sadtalker.pipeline.Picture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of everything that the pictures of a photo depend on, except the sound of the exemplars: flite mixes noise
 * into it that is never the same, and makes no visible difference.
 */
final class Fingerprint {

    private Fingerprint() {}

    static String of(int version, double expressionScale, String pose, byte[] models, Picture photo) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("%d %s %s".formatted(version, expressionScale, pose).getBytes(StandardCharsets.UTF_8));
            digest.update(models);
            ByteBuffer pixels = ByteBuffer.allocate(photo.planes().length * Float.BYTES);
            pixels.asFloatBuffer().put(photo.planes());
            digest.update(pixels);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
