package avatar.cli.render;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What speech can be saved as, told by the ending of the file's name. */
public enum SaveFormat {
    /** H.264 and AAC. */
    MP4,
    /** VP8 or VP9, and Opus or Vorbis. */
    WEBM,
    /** The sound alone. */
    WAV;

    /** The one that the file is called after, if it is one of these. */
    public static Optional<SaveFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.label()))
                .findFirst();
    }

    /** As the API and file names have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isVideo() {
        return this != WAV;
    }
}
