package avatar.cli.command;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A line on the terminal that shows progress; nothing is written to a file or a pipe. Closing it clears the line. */
public final class ProgressLine implements AutoCloseable {

    private static final int WIDTH = 70;

    private final PrintWriter terminal;
    private final boolean isShown;
    private String shown = "";
    private String task = "";

    /** The shortest remaining time that was shown for the task. */
    private long leastSecondsLeft = Long.MAX_VALUE;

    ProgressLine(PrintWriter terminal, boolean isShown) {
        this.terminal = terminal;
        this.isShown = isShown;
    }

    /** A line on the error output, so that the standard output has results only. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where there is no terminal
    public static ProgressLine on(PrintWriter err) {
        Console console = System.console();
        return new ProgressLine(err, console != null && console.isTerminal());
    }

    /**
     * Shows the progress of a task. A remaining time that has grown is marked as such.
     *
     * @param secondsLeft null while unknown
     */
    public void show(String task, double percent, @Nullable Double secondsLeft) {
        if (!task.equals(this.task)) {
            this.task = task;
            leastSecondsLeft = Long.MAX_VALUE;
        }
        replace("%s: %.0f %%%s".formatted(task, percent, secondsLeft == null ? "" : remaining(secondsLeft)));
    }

    private String remaining(double secondsLeft) {
        long seconds = Math.round(secondsLeft);
        boolean hasGrown = seconds > leastSecondsLeft;
        leastSecondsLeft = Math.min(leastSecondsLeft, seconds);
        return ", %d s left%s".formatted(seconds, hasGrown ? " (longer than estimated)" : "");
    }

    @Override
    public void close() {
        replace("");
    }

    private void replace(String line) {
        if (isShown && !line.equals(shown)) {
            terminal.print("\r%-70s\r%s".formatted("", line.substring(0, Math.min(line.length(), WIDTH))));
            terminal.flush();
            shown = line;
        }
    }
}
