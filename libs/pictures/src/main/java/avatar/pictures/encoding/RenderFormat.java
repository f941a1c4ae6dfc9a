package avatar.pictures.encoding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The file formats of renders. */
public enum RenderFormat {
    /** H.264 and AAC: plays everywhere. */
    MP4("video/mp4"),
    /** VP9 and Opus: free of patent fees. */
    WEBM("video/webm");

    private final String mediaType;

    RenderFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format of that {@link #extension}. */
    public static Optional<RenderFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst();
    }

    /** Its name in the API, and the end of its files' names: {@code mp4}, {@code webm}. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }
}
