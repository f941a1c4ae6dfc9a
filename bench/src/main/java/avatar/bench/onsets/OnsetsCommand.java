package avatar.bench.onsets;

import avatar.bench.command.JsonOutput;
import avatar.bench.speech.Phone;
import avatar.bench.speech.SentenceReader;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.VisemeTimeline;
import avatar.lips.planning.VisemePlanner;
import avatar.phonetics.align.Aligner;
import avatar.phonetics.align.Effort;
import avatar.phonetics.align.Recording;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.speech.TimedSpeech;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code avatar bench onsets}: exit code 0 if sentences and every minute of a long text are at the bar, else 1; no bar
 * if aligned.
 */
@Command(
        name = "onsets",
        description = "Measures timelines against the times that local voices report for their own sounds.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class OnsetsCommand implements Callable<Integer> {

    private static final String LANGUAGE = "en-US";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--voice",
            defaultValue = "flite-slt,espeak-en-us",
            split = ",",
            description = "The id of a voice (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private List<String> voices;

    @Option(
            names = "--times",
            defaultValue = "2",
            description =
                    "Repetitions of the sentences in the long text, four minutes each (default: ${DEFAULT-VALUE}).")
    private int times;

    @Option(
            names = "--aligned",
            description =
                    "Ignores the engine's times and finds the sounds in the recording, as for a voice without times.")
    private boolean isAligned;

    @Mixin
    private JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        List<OnsetReport> reports = new ArrayList<>();
        try (Flite flite = Flite.open()) {
            Aligner aligner = new Aligner(flite, Espeak.shared());
            for (String voice : voices) {
                OnsetReport report = report(voice, aligner);
                spec.commandLine().getOut().print(report.table());
                spec.commandLine().getOut().flush();
                reports.add(report);
            }
        }
        json.write(reports);
        return isAligned || reports.stream().allMatch(OnsetReport::isAtBar) ? 0 : 1;
    }

    private OnsetReport report(String voice, Aligner aligner) {
        List<String> sentences = SentenceReader.sentences();
        try (SentenceReader reader = new SentenceReader(voice, 1)) {
            List<OnsetTrack> tracks = sentences.stream()
                    .map(sentence -> track(sentence, reader.say(sentence), aligner))
                    .toList();
            String longText = String.join(" ", sentences).concat(" ").repeat(times);
            return OnsetReport.of(voice, tracks, track(longText, reader.say(longText), aligner));
        }
    }

    private OnsetTrack track(String text, TimedSpeech speech, Aligner aligner) {
        VisemeTimeline timeline = VisemePlanner.plan(
                isAligned ? found(text, speech, aligner) : new TimelineRequest(speech.duration(), speech.phonemes()));
        return OnsetTrack.of(Phone.all(speech.phonemes()), timeline);
    }

    private static TimelineRequest found(String text, TimedSpeech speech, Aligner aligner) {
        Recording recording = new Recording(speech.sampleRateHz(), speech.audio());
        return new TimelineRequest(
                speech.duration(),
                aligner.align(text, LANGUAGE, recording, List.of(), Effort.QUICK)
                        .phonemes());
    }
}
