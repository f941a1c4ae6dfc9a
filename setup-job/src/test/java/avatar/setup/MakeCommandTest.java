package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MakeCommandTest {

    private final StringWriter said = new StringWriter();
    private final CommandLine commandLine = SetupJob.commandLine().setErr(new PrintWriter(said, true));

    @Test
    void nameOfTheFileMakesTheId() {
        assertThat(MakeCommand.idOf(Path.of("films", "My Presenter (v2).MP4"))).isEqualTo("my-presenter-v2");
        assertThat(MakeCommand.idOf(Path.of("Video04.mp4"))).isEqualTo("video04");
        assertThat(MakeCommand.idOf(Path.of("…"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--face, 3, 'no place; expected X,Y'",
        "--face, '-1,4', 'no place; expected X,Y'",
        "--max-seconds, 0, 'must be more than 0'",
        "--loop, round, 'round'",
        "--engine, magic, 'magic'",
        "--frame, one, 'one'"
    })
    void valueThatIsNotUnderstoodIsNamed(String option, String value, String message) {
        assertThat(commandLine.execute("make", "--video", "none.mp4", option, value))
                .isEqualTo(2);

        assertThat(said.toString())
                .contains(message, "see 'setup-job make --help'")
                .hasLineCount(1);
    }

    @Test
    void videoThatIsNotThereIsToldInOneLine() {
        int exitCode = commandLine.execute(
                "make", "--video", "none.mp4", "--engine", "harvest", "--loop", "pingpong", "--face", "0.2,0.4");

        assertThat(exitCode).isEqualTo(1);
        assertThat(said.toString()).contains("UNREADABLE_VIDEO", "'none.mp4'").hasLineCount(1);
    }
}
