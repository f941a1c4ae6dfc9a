package avatar.setup;

import avatar.contract.problem.AvatarException;
import picocli.CommandLine;

/** Prints the failure of a command: one line if it was foreseen. */
final class FailureLine {

    private FailureLine() {}

    static int print(Exception failure, CommandLine command, CommandLine.ParseResult arguments) throws Exception {
        if (failure instanceof AvatarException foreseen) {
            command.getErr().printf("setup-job: %s: %s%n", foreseen.code(), foreseen.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    /** Prints what was wrong with the arguments, and where their help is. */
    static int print(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr()
                .printf(
                        "setup-job: %s; see '%s --help'%n",
                        failure.getMessage(), command.getCommandSpec().qualifiedName());
        return CommandLine.ExitCode.USAGE;
    }
}
