package avatar.bench.live;

import avatar.bench.command.JsonOutput;
import avatar.bench.command.SampleCount;
import avatar.bench.command.SystemUrl;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code avatar bench interrupt}: the time from a stop to the idle mouth. */
@Command(
        name = "interrupt",
        description = "Stops speech at random moments, and measures the time to the first frame received without it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class InterruptCommand implements Callable<Integer> {

    /** The mouth must be idle within this time. */
    static final Duration BAR = Duration.ofMillis(100);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SampleCount samples = new SampleCount(200);

    @Mixin
    private SystemUrl system = new SystemUrl();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (FrameStream frames = FrameStream.open(system.url().resolve("/stream/main.mjpeg"))) {
            out.println("Learning the idle frames; this takes as long as the base video");
            IdleFrames idle = IdleFrames.learn(frames);
            out.println("%d idle frames known; interrupting %d times".formatted(idle.count(), samples.count()));
            InterruptReport report =
                    new InterruptRun(new SpeechApi(system.url()), frames, idle, out).measure(samples.count());
            out.print(report.table());
            out.flush();
            json.write(report);
            return report.measured() == samples.count() && report.framesAfterwards() == 0 && report.isWithin(BAR)
                    ? 0
                    : 1;
        }
    }
}
