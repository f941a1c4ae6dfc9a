package avatar.bench.page;

import avatar.bench.command.JsonOutput;
import avatar.bench.command.SampleCount;
import avatar.bench.command.SystemUrl;
import avatar.bench.live.SpeechApi;
import avatar.bench.speech.SentenceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar bench skew}: measures the skew between sound and lips, as the page plays them. */
@Command(
        name = "skew",
        description = "Measures the skew between sound and lips, as the page plays them in a headless Chromium.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SkewCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SampleCount samples = new SampleCount(60);

    @Option(
            names = "--long",
            defaultValue = "115",
            description = "Sentences of the long text after them; 115 take five minutes (default: ${DEFAULT-VALUE}).")
    private int longText;

    @Option(
            names = "--voice",
            defaultValue = "flite-slt",
            description = "The id of a voice (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String voice;

    @Mixin
    private SystemUrl system = new SystemUrl();

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (WatchedPage page = WatchedPage.open(system.url())) {
            SkewRun run = new SkewRun(page, new SpeechApi(system.url()), out);
            List<SkewReport.Row> rows = new ArrayList<>();
            rows.add(SkewReport.Row.of(
                    "%d sentences".formatted(samples.count()),
                    run.say(sentences(samples.count()).stream().map(this::order).toList())));
            if (longText > 0) {
                List<DrawnFrame> frames = run.say(List.of(order(String.join(" ", sentences(longText)))));
                rows.addAll(SkewReport.Row.minutes(frames));
            }
            SkewReport report = new SkewReport(system.url(), voice, rows);
            out.print(report.table());
            out.flush();
            json.write(report);
            return report.isAtBar() ? 0 : 1;
        }
    }

    private Map<String, Object> order(String text) {
        return Map.of("text", text, "voice", voice);
    }

    /** That many sentences, repeated from the first after the last. */
    private static List<String> sentences(int many) {
        List<String> all = SentenceReader.sentences();
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            chosen.add(all.get(i % all.size()));
        }
        return chosen;
    }
}
