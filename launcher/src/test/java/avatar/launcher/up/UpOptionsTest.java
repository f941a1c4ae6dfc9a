package avatar.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"--timeout", "--patience"})
    void readsTheTimeoutUnderItsFormerNameToo(String option) {
        CommandLine.ParseResult parsed = new CommandLine(new UpCommand()).parseArgs(option, "2");

        assertThat(parsed.matchedOptionValue("--timeout", 0)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"--compositors, 0", "--compositors, 9", "--tts, -1"})
    void refusesANumberOfReplicasThatIsOutOfRange(String option, String number) {
        CommandLine command = new CommandLine(new UpCommand());

        assertThatThrownBy(() -> command.parseArgs(option, number))
                .hasMessageContaining("Found %s %s; expected a number from 1 to 8".formatted(option, number));
    }
}
