package avatar.bench.render;

import avatar.bench.command.JsonOutput;
import avatar.contract.bundle.AvatarBundle;
import avatar.pictures.encoding.RenderFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar bench render}: exit code 0 if every row is at its bar, 1 if one is not, 2 for invalid arguments. */
@Command(
        name = "render",
        description = "Renders a speech as compositor-service does, and with every frame encoded completely.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RenderCommand implements Callable<Integer> {

    private static final int LONGEST = 3_600;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--bundle",
            paramLabel = "FOLDER",
            defaultValue = "${sys:avatar.root:-.}/data/avatars/default",
            description = "The folder of an avatar (default: the default avatar).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path folder;

    @Option(
            names = {"-n", "--seconds"},
            defaultValue = "60",
            description = "Approximate seconds of speech (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--format",
            defaultValue = "mp4",
            description = "mp4 or webm, of the compositor's render; the other is H.264 (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String format;

    @Option(
            names = "--voice",
            defaultValue = "flite-slt",
            description = "The id of a voice (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String voice;

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value of --seconds: found %d, expected 1 to %d".formatted(seconds, LONGEST));
        }
        RenderFormat wanted = RenderFormat.named(format)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Invalid value of --format: found '%s', expected mp4 or webm".formatted(format)));
        RenderReport report =
                new RenderRun(AvatarBundle.open(folder), wanted, voice, Duration.ofSeconds(seconds)).report();
        spec.commandLine().getOut().print(report.table());
        spec.commandLine().getOut().flush();
        json.write(report);
        return report.isAtBar() ? 0 : 1;
    }
}
