package avatar.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpOptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"--timeout", "--patience"})
    void readsTheTimeoutUnderItsFormerNameToo(String option) {
        CommandLine.ParseResult parsed = new CommandLine(new UpCommand()).parseArgs(option, "2");

        assertThat(parsed.matchedOptionValue("--timeout", 0)).isEqualTo(2);
    }
}
