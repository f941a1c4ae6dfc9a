package avatar.launcher.bench;

import avatar.contract.json.Json;
import avatar.launcher.process.LaunchException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar bench latency}: from the text to the first frame with a moved mouth. */
@Command(
        name = "latency",
        description = "Measures the time from a POST of a text to the first frame received with a moved mouth.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LatencyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "-n", defaultValue = "50", description = "How many utterances (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--url",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the system is (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private URI url;

    @Option(names = "--json", description = "A file to write the figures to as well.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SpeechApi api = new SpeechApi(url);
        try (FrameStream frames = FrameStream.open(url.resolve("/stream/main.mjpeg"))) {
            out.println("Learning the idle frames; this takes as long as the base video");
            IdleFrames idle = IdleFrames.learn(frames);
            out.println("%d idle frames known; speaking %d times".formatted(idle.count(), count));
            LatencyRun run = new LatencyRun(api, frames, idle, out);
            List<Sample> samples = run.measure(count);
            LatencyReport report = LatencyReport.of(url, count, samples);
            out.print(report.table());
            out.flush();
            write(report);
            return samples.size() == count ? 0 : 1;
        }
    }

    private void write(LatencyReport report) {
        if (json == null) {
            return;
        }
        try {
            Files.write(json, Json.write(report));
        } catch (IOException e) {
            throw new LaunchException("%s can't be written: %s".formatted(json, e), e);
        }
    }
}
