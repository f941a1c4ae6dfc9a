package avatar.setup;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of setup-job. Exit codes: 0 completed, 1 failed, 2 invalid arguments, 128 + n stopped by signal n.
 */
@QuarkusMain
@Command(
        name = "setup-job",
        description = "Makes avatars: the default one, or one of a video or a picture.",
        footer = {
            "",
            "Of the script avatar:",
            "  ./avatar setup [OPTIONS]                makes the default avatar: the command default",
            "  ./avatar setup --video FILE [OPTIONS]   makes an avatar of FILE: the command make",
            "The options of a command: ./avatar setup make --help"
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            MakeCommand.class,
            PresenterCommand.class,
            DefaultCommand.class,
            ListenCommand.class,
            MakeRequestedCommand.class,
            ModelsCommand.class,
            ShapesCommand.class
        })
public class SetupJob implements QuarkusApplication {

    @Override
    public int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new SetupJob())
                .setExecutionExceptionHandler(FailureLine::print)
                .setParameterExceptionHandler(FailureLine::print)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(110);
    }
}
