package avatar.cli.command;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** One line of a terminal that says how far something is; a file or a pipe is told nothing. Close it to clear the line. */
public final class ProgressLine implements AutoCloseable {

    private static final int WIDTH = 70;

    private final PrintWriter terminal;
    private final boolean isShown;
    private String shown = "";

    private ProgressLine(PrintWriter terminal, boolean isShown) {
        this.terminal = terminal;
        this.isShown = isShown;
    }

    /** Where errors go, so that what is printed stays clean. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where there is no terminal
    public static ProgressLine on(PrintWriter err) {
        Console console = System.console();
        return new ProgressLine(err, console != null && console.isTerminal());
    }

    /**
     * Tells how far it is.
     *
     * @param secondsLeft null if nobody knows
     */
    public void show(String what, double percent, @Nullable Double secondsLeft) {
        String left = secondsLeft == null ? "" : ", %.0f s left".formatted(secondsLeft);
        replace("%s: %.0f %%%s".formatted(what, percent, left));
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
