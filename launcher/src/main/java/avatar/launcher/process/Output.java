package avatar.launcher.process;

import java.lang.ProcessBuilder.Redirect;

/** The destination of a child process' output. */
public sealed interface Output permits LogFile, Terminal, ErrorTerminal {

    Redirect redirect();

    /** The end of the output, or where to read it, as the end of a sentence. */
    String tail();
}
