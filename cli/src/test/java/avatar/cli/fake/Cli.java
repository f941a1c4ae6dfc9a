package avatar.cli.fake;

import avatar.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The exit code and the output of a command. */
public record Cli(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    public static Cli run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Cli(exitCode, out.toString(), err.toString());
    }
}
