package avatar.setup;

import avatar.setup.progress.Stage;
import avatar.setup.progress.Step;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the progress of a setup: one line that changes on a terminal, a line every two seconds elsewhere. */
final class TerminalProgress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    private static final String BEGINNING_OF_LINE = "\r\033[K";

    private final PrintWriter out;
    private final boolean isTerminal;
    private final InstantSource clock;
    private @Nullable Stage shown;
    private long shownMillis;
    private long leastSecondsLeft = Long.MAX_VALUE;

    TerminalProgress(PrintWriter out, boolean isTerminal, InstantSource clock) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.clock = clock;
    }

    /** Progress for the terminal of this process, if it has one. */
    @SuppressWarnings("SystemConsoleNull") // null if both ends are redirected, in every JDK
    static TerminalProgress on(PrintWriter out) {
        Console console = System.console();
        return new TerminalProgress(out, console != null && console.isTerminal(), InstantSource.system());
    }

    void show(Step step) {
        if (isTerminal) {
            out.print(BEGINNING_OF_LINE + text(step));
            out.flush();
            return;
        }
        long now = clock.millis();
        if (step.stage() != shown || now - shownMillis >= BETWEEN_LINES.toMillis()) {
            shown = step.stage();
            shownMillis = now;
            out.println(text(step));
        }
    }

    /** The time left; one that has grown is marked as such. */
    private String remaining(long secondsLeft) {
        boolean hasGrown = secondsLeft > leastSecondsLeft;
        leastSecondsLeft = Math.min(leastSecondsLeft, secondsLeft);
        return ", %d s left%s".formatted(secondsLeft, hasGrown ? " (longer than estimated)" : "");
    }

    /** Clears the line for the next output. */
    void end() {
        if (isTerminal) {
            out.print(BEGINNING_OF_LINE);
            out.flush();
        }
    }

    private String text(Step step) {
        String time =
                step.left() == null ? "" : remaining(Math.ceilDiv(step.left().toMillis(), 1000));
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %s%s",
                100 * step.overall(),
                step.stage().label(),
                time);
    }
}
