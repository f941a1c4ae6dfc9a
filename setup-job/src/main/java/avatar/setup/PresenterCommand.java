package avatar.setup;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setup-job presenter}: the base video of the illustrated presenter. */
@Command(
        name = "presenter",
        description = "Renders the base video of the illustrated presenter.",
        mixinStandardHelpOptions = true)
final class PresenterCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--output", required = true, description = "The file to write, an MP4.")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    @Override
    public Integer call() {
        Drawing.write(output, spec.commandLine().getOut(), () -> {});
        spec.commandLine().getOut().printf("Presenter written to %s%n", output);
        return 0;
    }
}
