package avatar.cli.render;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of a file of speech, chosen by the extension of its name. */
public enum SaveFormat {
    /** H.264 and AAC. */
    MP4,
    /** VP8 or VP9, and Opus or Vorbis. */
    WEBM,
    /** The sound only. */
    WAV;

    /** The format of the file's extension; empty if it is another one. */
    public static Optional<SaveFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith("." + format.label()))
                .findFirst();
    }

    /** The name in the API and the extension of files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isVideo() {
        return this != WAV;
    }
}
