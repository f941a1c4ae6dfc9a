package avatar.launcher;

import avatar.launcher.process.LaunchException;
import avatar.launcher.up.TrainCommand;
import avatar.launcher.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line. Exit codes: 0 done, 1 failed, 2 invalid arguments or a port is in use. */
@Command(
        name = "avatar",
        description = "Runs a live avatar on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {UpCommand.class, TrainCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::explain)
                .setUsageHelpWidth(110);
    }

    private static int refuse(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        command.getErr()
                .println("avatar: %s; see '%s --help'"
                        .formatted(
                                failure.getMessage(), command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
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
