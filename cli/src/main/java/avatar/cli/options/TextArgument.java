package avatar.cli.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The text to be said: words, {@code -} for standard input, {@code @FILE} for a file. */
public final class TextArgument {

    /** Several times the longest text that is spoken. */
    private static final int MOST_BYTES = 1 << 20;

    @Parameters(
            arity = "0..*",
            paramLabel = "TEXT",
            description = "What to say; - reads it from standard input, @FILE from a file.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--text", description = "What to say, as it is, in place of TEXT.")
    private @Nullable String text;

    /**
     * What is to be said.
     *
     * @throws ParameterException if there is none, two of them, or one that can't be read
     */
    public String read(CommandSpec spec) {
        if (text != null && !words.isEmpty()) {
            throw refused(spec, "Expected TEXT or --text, found both");
        }
        String read = text != null ? text : read(spec, String.join(" ", words));
        if (read.isBlank()) {
            throw refused(spec, "There is nothing to say; expected a text, - or @FILE");
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
        } catch (IOException e) {
            throw refused(spec, "The text can't be read: " + e);
        }
    }

    private static String decoded(CommandSpec spec, String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw refused(spec, "%s has more than %d bytes of text".formatted(name, MOST_BYTES));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(spec, "%s is no text in UTF-8".formatted(name));
        }
    }

    private static ParameterException refused(CommandSpec spec, String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
