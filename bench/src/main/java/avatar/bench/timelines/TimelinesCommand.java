package avatar.bench.timelines;

import avatar.bench.command.JsonOutput;
import avatar.contract.json.Json;
import avatar.contract.viseme.VisemeTimeline;
import avatar.contract.viseme.Word;
import avatar.lips.alignment.SpeechTimelines;
import avatar.lips.alignment.WaveFile;
import avatar.phonetics.align.Aligner;
import avatar.phonetics.align.Effort;
import avatar.phonetics.align.Recording;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.flite.Flite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code avatar bench timelines}: makes a timeline of each recording in a folder of labelled speech, as viseme-service
 * does, and measures its accuracy against the labels.
 */
@Command(
        name = "timelines",
        description = "Makes timelines of recorded speech, and measures them against its labels.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TimelinesCommand implements Callable<Integer> {

    private static final String LANGUAGE = "en-US";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FOLDER",
            description = "Has utterances.json: [{id, wav, text, phones: [{arpabet, start, end}],"
                    + " words: [{text, start, end}]}, ...], seconds.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Parameters(
            index = "1",
            paramLabel = "OUTPUT",
            description = "The folder to write the timelines to, each as ID.json.")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    @Option(names = "--words", description = "Uses the labelled times of words.")
    private boolean withWords;

    @Option(names = "--quick", description = "Aligns with one reference voice only.")
    private boolean isQuick;

    @Mixin
    private JsonOutput json = new JsonOutput();

    private record Scored(String id, double rightFrames, double shownClosures, double onsetErrorMillis) {

        static Scored of(String id, TimelineScore score) {
            return new Scored(id, score.rightFrames(), score.shownClosures(), score.onsetError());
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<LabelledSpeech> recordings = LabelledSpeech.readAll(folder);
        Files.createDirectories(output);
        TimelineScore all = new TimelineScore();
        List<Scored> scored = new ArrayList<>();
        try (Flite flite = Flite.open()) {
            SpeechTimelines timelines =
                    new SpeechTimelines(new Aligner(flite, Espeak.shared()), 1, Duration.ofMinutes(1));
            for (LabelledSpeech speech : recordings) {
                long started = System.nanoTime();
                VisemeTimeline timeline = make(timelines, speech);
                long millis = (System.nanoTime() - started) / 1_000_000;
                TimelineScore score = new TimelineScore();
                score.add(speech.phones(), timeline);
                all.add(speech.phones(), timeline);
                scored.add(Scored.of(speech.id(), score));
                out.printf("%-16s %s  (%d ms)%n", speech.id(), score, millis);
            }
        }
        out.printf("%-16s %s%n", "all", all);
        scored.add(Scored.of("all", all));
        json.write(scored);
        return 0;
    }

    private VisemeTimeline make(SpeechTimelines timelines, LabelledSpeech speech) throws IOException {
        List<Word> words = withWords ? speech.words() : List.of();
        Recording recording = WaveFile.read(speech.recording());
        VisemeTimeline timeline = timelines
                .plan(speech.text(), LANGUAGE, recording, words, isQuick ? Effort.QUICK : Effort.THOROUGH)
                .timeline();
        Files.write(output.resolve(speech.id() + ".json"), Json.write(timeline));
        return timeline;
    }
}
