package avatar.launcher.process;

import java.lang.ProcessBuilder.Redirect;

/** Where a child process writes to. */
public sealed interface Output permits LogFile, Terminal, ErrorTerminal {

    Redirect redirect();

    /** What it wrote last, or where that can be read, to end a sentence with. */
    String tail();
}
