package avatar.bench.live;

import avatar.bench.command.JsonOutput;
import avatar.bench.command.SampleCount;
import avatar.bench.command.SystemUrl;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code avatar bench latency}: the time from a text to the first frame with a moved mouth. */
@Command(
        name = "latency",
        description = "Measures the time from a POST of a text to the first frame received with a moved mouth.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class LatencyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SampleCount samples = new SampleCount(50);

    @Mixin
    private SystemUrl system = new SystemUrl();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SpeechApi api = new SpeechApi(system.url());
        try (FrameStream frames = FrameStream.open(system.url().resolve("/stream/main.mjpeg"))) {
            out.println("Learning the idle frames; this takes as long as the base video");
            IdleFrames idle = IdleFrames.learn(frames);
            out.println("%d idle frames known; speaking %d times".formatted(idle.count(), samples.count()));
            LatencyRun run = new LatencyRun(api, frames, idle, out);
            List<Sample> measured = run.measure(samples.count());
            LatencyReport report = LatencyReport.of(system.url(), samples.count(), measured);
            out.print(report.table());
            out.flush();
            json.write(report);
            return measured.size() == samples.count() ? 0 : 1;
        }
    }
}
