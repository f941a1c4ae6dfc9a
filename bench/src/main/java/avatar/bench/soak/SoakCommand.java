package avatar.bench.soak;

import avatar.bench.command.JsonOutput;
import avatar.bench.command.SystemUrl;
import avatar.bench.live.SpeechApi;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar bench soak}: channels that speak without a pause. */
@Command(
        name = "soak",
        description = {
            "Lets channels of a system on this machine speak without a pause.",
            "Measures whether every accepted text is spoken and whether the memory of a process grows."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SoakCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SystemUrl system = new SystemUrl();

    @Option(names = "--channels", defaultValue = "20", description = "Channels (default: ${DEFAULT-VALUE}).")
    private int channels;

    @Option(names = "--minutes", defaultValue = "30", description = "For how long (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Minutes after which growth counts (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--voice", defaultValue = "flite-slt", description = "The voice (default: ${DEFAULT-VALUE}).")
    private String voice = "flite-slt";

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        SoakReport report = new SoakRun(new SpeechApi(system.url()), voice, channels)
                .run(Duration.ofMinutes(minutes), Duration.ofMinutes(warmUp));
        spec.commandLine().getOut().print(report.table());
        spec.commandLine().getOut().flush();
        json.write(report);
        return report.isAtItsBar() ? 0 : 1;
    }
}
