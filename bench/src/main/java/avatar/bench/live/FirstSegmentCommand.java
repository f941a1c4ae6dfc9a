package avatar.bench.live;

import avatar.bench.command.JsonOutput;
import avatar.bench.command.SampleCount;
import avatar.bench.command.SystemUrl;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar bench first-segment}: the time from a text to its first sound on Kafka, and the rate of synthesis. */
@Command(
        name = "first-segment",
        description =
                "Measures the time from a POST of a text to its first segment on Kafka, and the rate of synthesis.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FirstSegmentCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SampleCount samples = new SampleCount(200);

    @Mixin
    private SystemUrl system = new SystemUrl();

    @Option(
            names = "--broker",
            defaultValue = "127.0.0.1:9092",
            description = "Host and port of its Kafka (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String broker;

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
        PrintWriter out = spec.commandLine().getOut();
        try (SegmentTopic topic = SegmentTopic.open(broker)) {
            FirstSegmentReport report =
                    new FirstSegmentRun(new SpeechApi(system.url()), topic, voice).measure(samples.count());
            out.print(report.table());
            out.flush();
            json.write(report);
            return 0;
        }
    }
}
