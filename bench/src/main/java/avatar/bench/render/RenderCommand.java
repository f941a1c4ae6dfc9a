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

/** {@code avatar bench render}: 0 if every row is at its bar, 1 if one is not, 2 if the command was not understood. */
@Command(
        name = "render",
        description = "Makes a film of a speech as it was done before and as the compositor does it.",
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
            description = "An avatar (default: the default avatar).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path folder;

    @Option(
            names = {"-n", "--seconds"},
            defaultValue = "60",
            description = "Of speech, about (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--format",
            defaultValue = "mp4",
            description =
                    "Of the composed film, mp4 or webm; the other one is always H.264 (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String format;

    @Option(names = "--voice", defaultValue = "flite-slt", description = "Who speaks (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String voice;

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds must be within 1..%d, not %d".formatted(LONGEST, seconds));
        }
        RenderFormat wanted = RenderFormat.named(format)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), "--format must be mp4 or webm, not " + format));
        RenderReport report =
                new RenderRun(AvatarBundle.open(folder), wanted, voice, Duration.ofSeconds(seconds)).report();
        spec.commandLine().getOut().print(report.table());
        spec.commandLine().getOut().flush();
        json.write(report);
        return report.isAtBar() ? 0 : 1;
    }
}
