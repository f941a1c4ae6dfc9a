package avatar.cli.command;

import avatar.contract.json.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** The option {@code --json}: one line of JSON in place of readable lines. */
public final class JsonFlag {

    @Option(names = "--json", description = "Prints one line of JSON, for scripts.")
    private boolean isGiven;

    /** Whether it was given. */
    public boolean isGiven() {
        return isGiven;
    }

    /** Prints {@code value} as JSON if the option was given, else the lines. */
    public void print(PrintWriter out, Object value, String lines) {
        if (isGiven) {
            print(out, value);
        } else {
            out.print(lines);
        }
        out.flush();
    }

    /** Prints a value as a line of JSON. */
    public static void print(PrintWriter out, Object value) {
        out.println(new String(Json.write(value), StandardCharsets.UTF_8));
    }
}
