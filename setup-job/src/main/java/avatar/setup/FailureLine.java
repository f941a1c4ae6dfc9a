package avatar.setup;

import avatar.contract.problem.AvatarException;
import picocli.CommandLine;

/** How a command that failed says so: in one line, if the failure was foreseen. */
final class FailureLine {

    private FailureLine() {}

    static int print(Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
        if (failure instanceof AvatarException foreseen) {
            command.getErr().printf("setup-job: %s: %s%n", foreseen.code(), foreseen.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        if (failure instanceof Stopping.Stopped stopped) {
            return stopped.exitCode();
        }
        throw failure;
    }

    /** Arguments that were not understood: what was wrong with them, and where to read more. */
    static int print(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr()
                .printf(
                        "setup-job: %s; see '%s --help'%n",
                        failure.getMessage(), command.getCommandSpec().qualifiedName());
        return CommandLine.ExitCode.USAGE;
    }
}
