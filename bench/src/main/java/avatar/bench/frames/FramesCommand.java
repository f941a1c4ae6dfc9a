package avatar.bench.frames;

import avatar.bench.command.JsonOutput;
import avatar.bench.scorecard.check.MouthTrack;
import avatar.bench.speech.SentenceReader;
import avatar.bench.speech.SpokenSentence;
import avatar.contract.bundle.AvatarBundle;
import avatar.lips.planning.VisemePlanner;
import avatar.pictures.frame.MouthPose;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar bench frames}: exit code 0 if every row is at its bar, 1 if one is not, 2 for invalid arguments. */
@Command(
        name = "frames",
        description = "Measures the frames of a speech, encoded completely and as the compositor makes them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FramesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--bundle",
            paramLabel = "FOLDER",
            defaultValue = "${sys:avatar.root:-.}/data/avatars/default",
            description = "The folder of an avatar; may be repeated (default: the default avatar).")
    private List<Path> bundles = List.of();

    @Option(names = "-n", defaultValue = "3600", description = "Frames of one speech (default: ${DEFAULT-VALUE}).")
    private int frames;

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
        if (frames < 100 || frames > 1_000_000) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value of -n: found %d, expected 100 to 1000000".formatted(frames));
        }
        PrintWriter out = spec.commandLine().getOut();
        List<FramesReport> reports = new ArrayList<>();
        for (Path folder : bundles) {
            AvatarBundle bundle = AvatarBundle.open(folder);
            FramesReport report = new FramesRun(bundle, poses(bundle.manifest().fps())).report();
            out.print(report.table());
            out.flush();
            reports.add(report);
        }
        json.write(reports);
        return reports.stream().allMatch(FramesReport::isAtBar) ? 0 : 1;
    }

    /** The mouth during the sentences of the scorecard, one after another. */
    private List<MouthPose> poses(double fps) {
        List<MouthPose> poses = new ArrayList<>();
        try (SentenceReader reader = new SentenceReader(voice, 1)) {
            List<String> sentences = SentenceReader.sentences();
            for (int i = 0; poses.size() < frames; i++) {
                String text = sentences.get(i % sentences.size());
                SpokenSentence sentence = SpokenSentence.of(text, reader.say(text));
                poses.addAll(MouthTrack.poses(VisemePlanner.plan(sentence.request()), fps, 0));
            }
        }
        return poses.subList(0, frames);
    }
}
