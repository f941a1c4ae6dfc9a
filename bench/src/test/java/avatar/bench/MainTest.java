package avatar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void refusesInvalidArgumentsInOneLine() {
        assertThat(run("latency", "-n", "many")).isEqualTo(2);

        assertThat(err)
                .hasToString("avatar: Invalid value for option '-n': 'many' is not an int; see 'avatar "
                        + "bench latency --help'\n");
    }

    @Test
    void namesWhatIsAbsent() {
        assertThat(run("latency", "--url", "http://127.0.0.1:1")).isEqualTo(1);

        assertThat(err.toString()).startsWith("avatar: http://127.0.0.1:1/").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"latency,50", "interrupt,200", "first-segment,200", "skew,60"})
    void repeatsEachMeasurementItsOwnUsualNumberOfTimes(String command, int usual) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString())
                .containsPattern("-n=COUNT +How many samples are measured \\(default: %d\\)\\.".formatted(usual));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
