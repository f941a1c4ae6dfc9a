package avatar.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class TextArgumentTest {

    @TempDir
    Path folder;

    @Test
    void joinsTheWords() {
        assertThat(read("Hello", "there.")).isEqualTo("Hello there.");
    }

    @Test
    void readsStandardInput() {
        InputStream terminal = System.in;
        System.setIn(new ByteArrayInputStream("Grüß Gott.\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(read("-")).isEqualTo("Grüß Gott.\n");
        } finally {
            System.setIn(terminal);
        }
    }

    @Test
    void readsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "From a file.");

        assertThat(read("@" + file)).isEqualTo("From a file.");
    }

    @Test
    void takesATextThatLooksLikeAFileLiterally() {
        assertThat(read("--text=@home")).isEqualTo("@home");
        assertThat(read("--text", "-")).isEqualTo("-");
    }

    @Test
    void saysWhatWasFoundAndWhatWasExpected() throws IOException {
        Path latin = Files.write(folder.resolve("latin"), new byte[] {'G', 'r', (byte) 0xFC, 0x20});
        Path huge = Files.write(folder.resolve("huge"), new byte[(1 << 20) + 1]);

        assertRefused("Found no text; expected TEXT, - for standard input, or @FILE");
        assertRefused("Found no text; expected TEXT, - for standard input, or @FILE", " ");
        assertRefused("Found TEXT and --text; expected one of them", "--text", "a", "b");
        assertRefused("Found no file 'absent'; expected @FILE, or --text for a text that begins with @", "@absent");
        assertRefused(
                "Invalid text: %s is not encoded in UTF-8; convert it, for instance with iconv -t UTF-8"
                        .formatted(latin),
                "@" + latin);
        assertRefused(
                "Invalid text: found more than 1048576 bytes in %s, expected at most that".formatted(huge), "@" + huge);
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> read(arguments))
                .isInstanceOf(ParameterException.class)
                .hasMessage(message);
    }

    private static String read(String... arguments) {
        Reader reader = new Reader();
        CommandLine command = new CommandLine(reader).setExpandAtFiles(false);
        command.parseArgs(arguments);
        return reader.text.read(command.getCommandSpec());
    }

    @Command(name = "reader")
    private static final class Reader {

        @Mixin
        private TextArgument text = new TextArgument();
    }
}
