package avatar.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * The formats of still pictures that are decoded, recognised by the first bytes of a file, never by its name. Decoders
 * choose by the same bytes, so no other decoder of theirs is reached.
 */
public enum PictureFormat {
    PNG("\u0089PNG\r\n\u001a\n"),
    JPEG("\u00ff\u00d8\u00ff"),
    WEBP("RIFF"),
    BMP("BM"),
    TIFF_LITTLE("II*\0"),
    TIFF_BIG("MM\0*"),
    GIF_87("GIF87a"),
    GIF_89("GIF89a");

    private static final int LONGEST = 12;

    private final String signature;

    PictureFormat(String signature) {
        this.signature = signature;
    }

    /** The format of a file; empty if it is not on this list. */
    public static Optional<PictureFormat> of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, LONGEST), ISO_8859_1);
        for (PictureFormat format : values()) {
            if (head.startsWith(format.signature)) {
                return format.isPlausible(file, head) ? Optional.of(format) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isPlausible(byte[] file, String head) {
        return switch (this) {
            case PNG -> PngChunks.areWithin(file);
            case WEBP -> head.startsWith("WEBP", 8);
            default -> true;
        };
    }
}
