package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.setup.progress.Stage;
import avatar.setup.progress.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    private final StringWriter written = new StringWriter();
    private Instant now = Instant.EPOCH;

    @Test
    void elsewhereALineIsPrintedForAStageAndThenEveryTwoSeconds() {
        TerminalProgress progress = new TerminalProgress(new PrintWriter(written, true), false, () -> now);

        for (int i = 0; i < 10; i++) {
            progress.show(new Step(Stage.FIND, i / 10.0, 0.022 * i, Duration.ofMillis(3100)));
            now = now.plusMillis(250);
        }
        progress.show(new Step(Stage.FOLLOW, 0, 0.22, null));
        progress.end();

        assertThat(written.toString().lines())
                .containsExactly(
                        "  0 %  Finding the face, 4 s left",
                        " 18 %  Finding the face, 4 s left", " 22 %  Measuring the face");
    }

    @Test
    void timeLeftThatGrowsSaysSo() {
        TerminalProgress progress = new TerminalProgress(new PrintWriter(written, true), false, () -> now);

        progress.show(new Step(Stage.FIND, 0, 0, Duration.ofSeconds(5)));
        progress.show(new Step(Stage.FOLLOW, 0, 0.22, Duration.ofSeconds(9)));
        now = now.plusSeconds(3);
        progress.show(new Step(Stage.FOLLOW, 0.5, 0.4, Duration.ofSeconds(4)));

        assertThat(written.toString().lines())
                .containsExactly(
                        "  0 %  Finding the face, 5 s left",
                        " 22 %  Measuring the face, 9 s left (longer than estimated)",
                        " 40 %  Measuring the face, 4 s left");
    }

    @Test
    void onATerminalOneLineChangesAndIsClearedAtTheEnd() {
        TerminalProgress progress = new TerminalProgress(new PrintWriter(written, true), true, () -> now);

        progress.show(new Step(Stage.FIND, 0, 0, null));
        progress.show(new Step(Stage.FIND, 0.5, 0.11, null));
        progress.end();

        assertThat(written.toString())
                .isEqualTo("\r\033[K  0 %  Finding the face\r\033[K 11 %  Finding the face\r\033[K");
    }
}
