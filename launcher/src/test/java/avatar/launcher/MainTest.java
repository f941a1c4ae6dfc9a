package avatar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void refusesInvalidArgumentsInOneLine() {
        StringWriter err = new StringWriter();

        int exitCode = Main.commandLine().setErr(new PrintWriter(err, true)).execute("up", "--port", "many");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "avatar: Invalid value for option '--port': 'many' is not an int; see 'avatar up --help'\n");
    }
}
