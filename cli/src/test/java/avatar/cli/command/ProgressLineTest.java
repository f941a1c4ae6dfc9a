package avatar.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter terminal = new StringWriter();
    private final ProgressLine line = new ProgressLine(new PrintWriter(terminal, true), true);

    @Test
    void showsPercentAndRemainingTime() {
        line.show("queued", 0, null);
        line.show("rendering", 40, 6.4);

        assertThat(shown()).containsExactly("queued: 0 %", "rendering: 40 %, 6 s left");
    }

    @Test
    void saysWhenTheRemainingTimeHasGrown() {
        line.show("rendering", 40, 6.0);
        line.show("rendering", 41, 9.0);
        line.show("rendering", 42, 7.0);
        line.show("rendering", 60, 5.0);

        assertThat(shown())
                .containsExactly(
                        "rendering: 40 %, 6 s left",
                        "rendering: 41 %, 9 s left (longer than estimated)",
                        "rendering: 42 %, 7 s left (longer than estimated)",
                        "rendering: 60 %, 5 s left");
    }

    @Test
    void comparesOnlyWithinATask() {
        line.show("downloading", 90, 1.0);
        line.show("rendering", 10, 9.0);

        assertThat(shown()).containsExactly("downloading: 90 %, 1 s left", "rendering: 10 %, 9 s left");
    }

    @Test
    void clearsTheLineAtTheEnd() {
        line.show("rendering", 40, 6.0);
        line.close();

        assertThat(terminal.toString()).endsWith("\r" + " ".repeat(70) + "\r");
    }

    @Test
    void writesNothingWithoutATerminal() {
        ProgressLine hidden = new ProgressLine(new PrintWriter(terminal, true), false);

        hidden.show("rendering", 40, 6.0);
        hidden.close();

        assertThat(terminal.toString()).isEmpty();
    }

    private List<String> shown() {
        return Stream.of(terminal.toString().split("\r"))
                .filter(text -> !text.isBlank())
                .toList();
    }
}
