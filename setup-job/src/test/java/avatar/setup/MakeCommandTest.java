package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MakeCommandTest {

    private final StringWriter output = new StringWriter();
    private final CommandLine commandLine = SetupJob.commandLine().setErr(new PrintWriter(output, true));

    @ParameterizedTest
    @CsvSource({
        "--face, 3, 'expected X,Y'",
        "--face, '-1,4', 'expected X,Y'",
        "--max-seconds, 0, 'must be more than 0'",
        "--loop, round, 'round'",
        "--engine, magic, 'magic'",
        "--size, 300, 'Invalid size: found 300, expected one of [256, 512]'",
        "--frame, -2, 'Invalid frame: found -2, expected 0 or more, or -1'",
        "--expression-scale, 0, 'must be 0.1 to 3.0'",
        "--pose-style, 46, 'Invalid pose style: found 46, expected 0 to 45'",
        "--device, tpu, 'tpu'",
        "--frame, one, 'one'"
    })
    void invalidValueIsNamedInOneLine(String option, String value, String message) {
        assertThat(commandLine.execute("make", "--video", "none.mp4", option, value))
                .isEqualTo(2);

        assertThat(output.toString())
                .contains(message, "see 'setup-job make --help'")
                .hasLineCount(1);
    }

    @Test
    void sizeThatHasNoEffectIsRemarkedOn() {
        StringWriter out = new StringWriter();

        commandLine.setOut(new PrintWriter(out, true)).execute("make", "--video", "none.mp4", "--size", "512");

        assertThat(out.toString())
                .isEqualTo("size 512 has no effect: engine 'warp' works at the video's own%n".formatted());
    }

    @Test
    void avatarIdThatIsInvalidIsReportedInOneLine() {
        assertThat(commandLine.execute("make", "--video", "none.mp4", "--id", "Bad"))
                .isEqualTo(1);

        assertThat(output.toString())
                .startsWith("setup-job: INVALID_AVATAR_ID: Invalid avatar id: found 'Bad'")
                .hasLineCount(1);
    }

    @Test
    void invalidAddressOfABrokerIsReportedInOneLine() {
        assertThat(commandLine.execute("make", "--video", "none.mp4", "--events", "no address"))
                .isEqualTo(1);

        assertThat(output.toString())
                .startsWith("setup-job: INVALID_REQUEST: Invalid address of a Kafka broker: found 'no address'")
                .hasLineCount(1);
    }

    @Test
    void helpNamesTheEnginesOfTheTable() {
        StringWriter out = new StringWriter();

        commandLine.setOut(new PrintWriter(out, true)).execute("make", "--help");

        assertThat(out.toString()).contains("warp, harvest, sadtalker (default: warp)");
    }

    @Test
    void missingVideoIsReportedInOneLine() {
        int exitCode = commandLine.execute(
                "make", "--video", "none.mp4", "--engine", "harvest", "--loop", "pingpong", "--face", "0.2,0.4");

        assertThat(exitCode).isEqualTo(1);
        assertThat(output.toString()).contains("UNREADABLE_VIDEO", "'none.mp4'").hasLineCount(1);
    }
}
