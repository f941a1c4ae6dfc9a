package avatar.setup;

import avatar.setup.shapes.ShapeMeasuring;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setup-job shapes}: measures the table of mouth shapes that engine warp is shipped with; for developers. */
@Command(
        name = "shapes",
        description = "Measures the mouth shapes of talking clips.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class ShapesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--clips", required = true, description = "The folder of the talking clips.")
    @SuppressWarnings("NullAway.Init") // required
    private Path clips;

    @Option(names = "--labels", required = true, description = "The folder of their timed sounds, CLIP.csv.")
    @SuppressWarnings("NullAway.Init") // required
    private Path labels;

    @Option(names = "--output", required = true, description = "The file to write, JSON.")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    @Override
    public Integer call() {
        new ShapeMeasuring(spec.commandLine().getOut()::println).write(clips, labels, output);
        return 0;
    }
}
