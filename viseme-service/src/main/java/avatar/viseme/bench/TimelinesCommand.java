package avatar.viseme.bench;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.viseme.VisemeTimeline;
import avatar.phonetics.align.Aligner;
import avatar.phonetics.align.Effort;
import avatar.phonetics.align.Recording;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.speech.TimedWord;
import avatar.viseme.alignment.SpeechTimelines;
import avatar.viseme.alignment.WaveFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code avatar bench timelines}: makes a timeline of each recording in a folder of labelled speech, as the service would,
 * and tells how near to the labels they are.
 */
public final class TimelinesCommand {

    private static final String USAGE = """
            Usage: avatar bench timelines FOLDER OUTPUT [--words] [--quick]
            Makes OUTPUT/ID.json for each recording that FOLDER/utterances.json lists
            ([{id, wav, text, phones: [{arpabet, start, end}], words: [{text, start, end}]}, ...], seconds),
            and tells how near the timelines are to the phones.
              --words   the times of words are known
              --quick   with one reference voice
            """;

    private final SpeechTimelines timelines;
    private final PrintStream out;

    private TimelinesCommand(SpeechTimelines timelines, PrintStream out) {
        this.timelines = timelines;
        this.out = out;
    }

    /** Exit codes: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) {
        List<String> folders = new ArrayList<>(arguments);
        boolean withWords = folders.remove("--words");
        boolean isQuick = folders.remove("--quick");
        if (folders.size() != 2
                || folders.getFirst().startsWith("-")
                || folders.getLast().startsWith("-")) {
            out.print(USAGE);
            return folders.contains("--help") ? 0 : 2;
        }
        try (Flite flite = Flite.open()) {
            SpeechTimelines timelines =
                    new SpeechTimelines(new Aligner(flite, Espeak.shared()), 1, Duration.ofMinutes(1));
            new TimelinesCommand(timelines, out)
                    .make(
                            Path.of(folders.getFirst()),
                            Path.of(folders.getLast()),
                            withWords,
                            isQuick ? Effort.QUICK : Effort.THOROUGH);
            return 0;
        } catch (IOException | AvatarException | IllegalArgumentException e) {
            out.println("avatar: " + e.getMessage());
            return 1;
        }
    }

    private void make(Path folder, Path output, boolean withWords, Effort effort) throws IOException {
        Files.createDirectories(output);
        TimelineScore all = new TimelineScore();
        for (LabelledSpeech speech : LabelledSpeech.readAll(folder)) {
            long started = System.nanoTime();
            List<TimedWord> words = withWords ? speech.words() : List.of();
            Recording recording = WaveFile.read(speech.recording());
            VisemeTimeline timeline = timelines.plan(speech.text(), "en-US", recording, words, effort);
            long millis = (System.nanoTime() - started) / 1_000_000;
            Files.write(output.resolve(speech.id() + ".json"), Json.write(timeline));
            TimelineScore score = new TimelineScore();
            score.add(speech.phones(), timeline);
            all.add(speech.phones(), timeline);
            out.printf("%-16s %s  (%d ms)%n", speech.id(), score, millis);
        }
        out.printf("%-16s %s%n", "all", all);
    }
}
