package avatar.scorecard;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.LipShapes;
import avatar.contract.json.Json;
import avatar.scorecard.speech.SentenceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar bench scorecard}: 0 if every row is at its bar, 1 if one is not, 2 if the command was not understood. */
@Command(
        name = "avatar bench scorecard",
        description = "Says 100 sentences and scores the lips that are drawn for them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Main implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--voice", defaultValue = "flite-slt", description = "Who says them (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String voice;

    @Option(names = "--rate", defaultValue = "1", description = "How fast (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--fps", defaultValue = "30", description = "Frames a second (default: ${DEFAULT-VALUE}).")
    private double fps;

    @Option(names = "--sentences", description = "A file of other sentences, one in a line.")
    private @Nullable Path sentences;

    @Option(
            names = "--bundle",
            description = "The folder of the avatar whose lips are drawn (default: the default avatar's).")
    private @Nullable Path bundle;

    @Option(names = "--json", description = "A file to write the figures to as well.")
    private @Nullable Path json;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), args));
    }

    static int run(PrintWriter out, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setUsageHelpWidth(110)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr()
                            .println("avatar: " + (failure instanceof IOException ? failure : failure.getMessage()));
                    return 1;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        requireWithin("--rate", rate, 0.5, 2);
        requireWithin("--fps", fps, 1, 240);
        List<String> texts = sentences == null
                ? SentenceReader.sentences()
                : Files.readAllLines(sentences).stream()
                        .filter(text -> !text.isBlank())
                        .toList();
        if (texts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There is no sentence in " + sentences);
        }
        Scorecard scorecard = Scorecard.of(SentenceReader.read(texts, voice, rate), lips(), fps);
        spec.commandLine().getOut().print(scorecard.table());
        spec.commandLine().getOut().flush();
        if (json != null) {
            Files.write(json, Json.write(scorecard));
        }
        return scorecard.isAtBar() ? 0 : 1;
    }

    private void requireWithin(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(), "%s must be within %s..%s, not %s".formatted(option, least, most, value));
        }
    }

    private LipShapes lips() throws IOException {
        if (bundle != null) {
            return Json.read(Files.readAllBytes(bundle.resolve(AvatarBundle.LIPS)), LipShapes.class);
        }
        try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream("/avatar/scorecard/lips.json"))) {
            return Json.read(in.readAllBytes(), LipShapes.class);
        }
    }
}
