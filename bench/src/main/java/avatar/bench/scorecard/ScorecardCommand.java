package avatar.bench.scorecard;

import avatar.bench.command.JsonOutput;
import avatar.bench.speech.SentenceReader;
import avatar.bench.speech.SpokenSentence;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.LipShapes;
import avatar.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar bench scorecard}: exit code 0 if every row is at its bar, 1 if one is not, 2 for invalid arguments. */
@Command(
        name = "scorecard",
        description = "Speaks 100 sentences and scores the lips that are drawn for them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class ScorecardCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--voice",
            defaultValue = "flite-slt",
            description = "The id of a local voice (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String voice;

    @Option(names = "--rate", defaultValue = "1", description = "The speed (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--fps", defaultValue = "30", description = "Frames per second (default: ${DEFAULT-VALUE}).")
    private double fps;

    @Option(names = "--sentences", description = "A file of other sentences, one per line.")
    private @Nullable Path sentences;

    @Option(
            names = "--bundle",
            description = "The folder of the avatar whose lips are drawn (default: the default avatar's).")
    private @Nullable Path bundle;

    @Mixin
    private JsonOutput json = new JsonOutput();

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
            throw new ParameterException(
                    spec.commandLine(), "Found no sentence in %s; expected one per line".formatted(sentences));
        }
        Scorecard scorecard = Scorecard.of(voice, rate, said(texts), lips(), fps);
        spec.commandLine().getOut().print(scorecard.table());
        spec.commandLine().getOut().flush();
        json.write(scorecard);
        return scorecard.isAtBar() ? 0 : 1;
    }

    private List<SpokenSentence> said(List<String> texts) {
        try (SentenceReader reader = new SentenceReader(voice, rate)) {
            return texts.stream()
                    .map(text -> SpokenSentence.of(text, reader.say(text)))
                    .toList();
        }
    }

    private void requireWithin(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value of %s: found %s, expected %s to %s".formatted(option, value, least, most));
        }
    }

    private LipShapes lips() throws IOException {
        if (bundle != null) {
            return Json.read(Files.readAllBytes(bundle.resolve(AvatarBundle.LIPS)), LipShapes.class);
        }
        try (InputStream in = Objects.requireNonNull(
                ScorecardCommand.class.getResourceAsStream("/avatar/bench/scorecard/lips.json"))) {
            return Json.read(in.readAllBytes(), LipShapes.class);
        }
    }
}
