package avatar.launcher.process;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;

/**
 * The error output of this process, which receives all output of a child, so that the standard output has results only.
 */
public record ErrorTerminal() implements Output {

    @Override
    public Redirect redirect() {
        return Redirect.appendTo(new File("/dev/stderr"));
    }

    @Override
    public String tail() {
        return "its output is above";
    }
}
