package avatar.setup.portrait;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * The header of a picture file.
 *
 * @param format its usual name: PNG, JPEG, ...
 * @param width in pixels as stored, not turned upright; 0 for a format that is known but not read
 * @param moves whether the file has several pictures
 */
record StillHeader(String format, int width, int height, boolean moves) {

    private static final Set<String> FORMATS = Set.of("PNG", "JPEG", "BMP", "GIF", "TIF");

    /**
     * Brands of ISO base media files that hold a still: HEIC and AVIF, which phones make and this program can't decode.
     */
    private static final Set<String> UNREAD_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "avif");

    private static final int WEBP_HEADER = 30;
    private static final int ANIMATED = 2;

    /** The header; empty if the content of the file is not a picture, whatever its name. */
    static Optional<StillHeader> of(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(WEBP_HEADER);
        }
        if (text(start, 0).equals("RIFF") && text(start, 8).equals("WEBP")) {
            return Optional.of(webp(start));
        }
        if (text(start, 4).equals("ftyp")) {
            return UNREAD_BRANDS.contains(text(start, 8))
                    ? Optional.of(new StillHeader(text(start, 8).toUpperCase(Locale.ROOT), 0, 0, false))
                    : Optional.empty();
        }
        return byImageIo(file);
    }

    private static String text(byte[] bytes, int at) {
        return bytes.length < at + 4 ? "" : new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static Optional<StillHeader> byImageIo(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                String format = reader.getFormatName().toUpperCase(Locale.ROOT);
                if (!FORMATS.contains(format)) {
                    return Optional.empty();
                }
                boolean moves = format.equals("GIF") && reader.getNumImages(true) > 1;
                return Optional.of(new StillHeader(format, reader.getWidth(0), reader.getHeight(0), moves));
            } finally {
                reader.dispose();
            }
        }
    }

    /** The three kinds of WebP: lossy, lossless and extended (RFC 9649). */
    private static StillHeader webp(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < WEBP_HEADER) {
            return new StillHeader("WebP", 0, 0, false);
        }
        return switch (text(bytes, 12)) {
            case "VP8 " -> new StillHeader("WebP", header.getShort(26) & 0x3FFF, header.getShort(28) & 0x3FFF, false);
            case "VP8L" ->
                new StillHeader(
                        "WebP", (header.getInt(21) & 0x3FFF) + 1, ((header.getInt(21) >> 14) & 0x3FFF) + 1, false);
            case "VP8X" ->
                new StillHeader(
                        "WebP",
                        (header.getInt(24) & 0xFFFFFF) + 1,
                        (header.getInt(26) >>> 8) + 1,
                        (bytes[20] & ANIMATED) != 0);
            default -> new StillHeader("WebP", 0, 0, false);
        };
    }
}
