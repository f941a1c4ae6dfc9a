package avatar.launcher.process;

import java.lang.ProcessBuilder.Redirect;

/** This process' own output, which the child writes to as well. */
public record Terminal() implements Output {

    @Override
    public Redirect redirect() {
        return Redirect.INHERIT;
    }

    @Override
    public String tail() {
        return "what it wrote is above";
    }
}
