package avatar.setup;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes avatars, and ends: 0 done, 1 could not be done, 2 was not understood. {@code listen} stays. */
@QuarkusMain
@Command(
        name = "setup-job",
        description = "Makes avatars.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MakeCommand.class,
            PresenterCommand.class,
            DefaultCommand.class,
            ListenCommand.class,
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
