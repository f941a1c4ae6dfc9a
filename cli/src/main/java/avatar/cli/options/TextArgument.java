package avatar.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The text to speak: words, {@code -} for standard input, {@code @FILE} for a file. */
public final class TextArgument {

    /** Several times the longest text that can be spoken. */
    private static final int MOST_BYTES = 1 << 20;

    @Parameters(
            arity = "0..*",
            paramLabel = "TEXT",
            description = "The text to speak; - reads it from standard input, @FILE from a file.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--text",
            description = "The text to speak, in place of TEXT; - and @ have no special meaning here.")
    private @Nullable String text;

    /**
     * The text to speak.
     *
     * @throws ParameterException if there is none, two of them, or one that can't be read
     */
    public String read(CommandSpec spec) {
        if (text != null && !words.isEmpty()) {
            throw refused(spec, "Found TEXT and --text; expected one of them");
        }
        String read = text != null ? text : read(spec, String.join(" ", words));
        if (read.isBlank()) {
            throw refused(spec, "Found no text; expected TEXT, - for standard input, or @FILE");
        }
        return read;
    }

    private static String read(CommandSpec spec, String joined) {
        try {
            if (joined.equals("-")) {
                return decoded(spec, "standard input", System.in);
            }
            if (joined.startsWith("@")) {
                Path file = Path.of(joined.substring(1));
                try (InputStream in = Files.newInputStream(file)) {
                    return decoded(spec, file.toString(), in);
                }
            }
            return joined;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw refused(
                    spec,
                    "Found no file '%s'; expected @FILE, or --text for a text that begins with @"
                            .formatted(joined.substring(1)));
        } catch (IOException e) {
            throw refused(spec, "The text can't be read: " + e);
        }
    }

    private static String decoded(CommandSpec spec, String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw refused(
                    spec,
                    "Invalid text: found more than %2$d bytes in %1$s, expected at most that"
                            .formatted(name, MOST_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(
                    spec,
                    "Invalid text: %s is not encoded in UTF-8; convert it, for instance with iconv -t UTF-8"
                            .formatted(name));
        }
    }

    private static ParameterException refused(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
