package avatar.setup.portrait;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.video.BgrImage;
import avatar.faces.video.StillDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A still picture of a face, as a file. */
public final class Portrait {

    private static final long MOST_BYTES = 50_000_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int LEAST_SIDE = 32;

    /** Longer side of a picture; more pixels would only slow the stream down. */
    private static final int LONGEST_SIDE = 1280;

    private static final String NO_PICTURE = "is not a readable picture; expected PNG, JPEG, WebP, BMP or TIFF";

    private Portrait() {}

    /**
     * Whether a file is a still picture, by its content; animations, such as some GIFs, count as videos, and so do
     * missing files.
     */
    public static boolean isStill(Path file) {
        try {
            return Files.isRegularFile(file)
                    && StillHeader.of(file).filter(header -> !header.moves()).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a picture: upright, its sides even, the longer one 1280 pixels at most.
     *
     * @throws AvatarException {@link ErrorCode#UNREADABLE_VIDEO}, with the fault of the file
     */
    public static BgrImage read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(file, Files.exists(file) ? "is not a file" : "does not exist", null);
        }
        try {
            requireReasonable(file);
            BgrImage picture = StillDecoder.decode(Files.readAllBytes(file), LONGEST_SIDE)
                    .orElseThrow(() -> unreadable(file, NO_PICTURE + ", whole", null));
            if (Math.min(picture.width(), picture.height()) < LEAST_SIDE) {
                throw unreadable(
                        file,
                        "is a picture of %dx%d; a face needs at least %dx%d"
                                .formatted(picture.width(), picture.height(), LEAST_SIDE, LEAST_SIDE),
                        null);
            }
            return picture.cropped(picture.width() & ~1, picture.height() & ~1);
        } catch (IOException e) {
            throw unreadable(file, "can't be opened", e);
        }
    }

    /** Refuses pictures that can't be used before they are decoded. */
    private static void requireReasonable(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw unreadable(file, "has %d bytes; at most %d are read".formatted(bytes, MOST_BYTES), null);
        }
        StillHeader header = StillHeader.of(file).orElseThrow(() -> unreadable(file, NO_PICTURE, null));
        if (header.moves()) {
            throw unreadable(file, "is an animated %s; expected a still picture".formatted(header.format()), null);
        }
        if (header.width() <= 0 || header.height() <= 0) {
            throw unreadable(
                    file,
                    "is a picture in the unsupported format %s; save it as PNG or JPEG".formatted(header.format()),
                    null);
        }
        if ((long) header.width() * header.height() > MOST_PIXELS) {
            throw unreadable(
                    file,
                    "is a picture of %dx%d; at most %d pixels are read"
                            .formatted(header.width(), header.height(), MOST_PIXELS),
                    null);
        }
    }

    /** H.264 with 4:2:0 colour has even sizes only. */
    private static AvatarException unreadable(Path file, String what, @Nullable Throwable cause) {
        return new AvatarException(ErrorCode.UNREADABLE_VIDEO, "\"%s\" %s".formatted(file.getFileName(), what), cause);
    }
}
