package avatar.launcher.process;

import java.lang.ProcessBuilder.Redirect;

/** The output of this process, shared with the child. */
public record Terminal() implements Output {

    @Override
    public Redirect redirect() {
        return Redirect.INHERIT;
    }

    @Override
    public String tail() {
        return "its output is above";
    }
}
