package avatar.launcher.process;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;

/** This process' own error output, which the child writes all its output to: what this one prints stays clean. */
public record ErrorTerminal() implements Output {

    @Override
    public Redirect redirect() {
        return Redirect.appendTo(new File("/dev/stderr"));
    }

    @Override
    public String tail() {
        return "what it wrote is above";
    }
}
