package avatar.launcher;

import avatar.launcher.process.LaunchException;
import avatar.launcher.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Exit codes: 0 done, 1 failed, 2 invalid arguments or a port is in use. */
@Command(
        name = "avatar",
        description = "Runs a live avatar on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = UpCommand.class)
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .setUsageHelpWidth(110)
                .execute(args);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof LaunchException) {
            command.getErr().println("avatar: " + failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
