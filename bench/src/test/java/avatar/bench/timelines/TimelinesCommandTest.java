package avatar.bench.timelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.bench.Main;
import avatar.contract.json.Json;
import avatar.contract.viseme.VisemeTimeline;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelinesCommandTest {

    private static final Path SPEECH = Path.of(System.getProperty("avatar.root", ".."), "../shared/data/speech");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"--quick, 0.64, 24", "--words, 0.70, 18"})
    void realSpeechIsShownAsItsLabelsSay(String option, double frames, double onset) throws IOException {
        assumeTrue(Files.exists(SPEECH), "speech/utterances.json is absent");
        try (Flite flite = Flite.open()) {
            assumeTrue(flite.missing(FliteVoice.SLT).isEmpty(), "libflite.so.1 is absent (package libflite1)");
        }

        assertThat(run(SPEECH.toString(), folder.toString(), option)).isEqualTo(0);

        TimelineScore score = new TimelineScore();
        for (LabelledSpeech speech : LabelledSpeech.readAll(SPEECH)) {
            byte[] json = Files.readAllBytes(folder.resolve(speech.id() + ".json"));
            score.add(speech.phones(), Json.read(json, VisemeTimeline.class));
        }
        assertThat(score.rightFrames()).isGreaterThan(frames);
        assertThat(score.shownClosures()).isGreaterThan(0.95);
        assertThat(score.onsetError()).isLessThan(onset);
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("--help")).isEqualTo(0);
        assertThat(Stream.of(run(), run("one"), run("a", "b", "c"), run("a", "--fast")))
                .containsOnly(2);
    }

    @Test
    void failsWhereThereIsNoList() {
        assertThat(run(folder.toString(), folder.toString())).isEqualTo(1);
    }

    private static int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("timelines"));
        all.addAll(List.of(arguments));
        return Main.run(new PrintWriter(new StringWriter()), all.toArray(String[]::new));
    }
}
