package avatar.bench.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import avatar.bench.Main;
import avatar.bench.scorecard.check.Measured;
import avatar.bench.scorecard.plan.Plan;
import avatar.contract.json.Json;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorecardTest {

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void needsFlite() {
        try (Flite flite = Flite.open()) {
            assumeThat(List.of(FliteVoice.SLT, FliteVoice.RMS))
                    .as("flite 2.2 (Debian: libflite1) and its voices")
                    .allMatch(voice -> flite.missing(voice).isEmpty());
        }
    }

    /** A voice that nothing was set by beside the one that is the bench's own. */
    @ParameterizedTest
    @ValueSource(strings = {"flite-slt", "flite-rms"})
    void everyRowIsAtItsBar(String voice) {
        int exit = run("--voice", voice);

        assertThat(exit).as("%s", out).isZero();
        assertThat(out.toString())
                .contains("100 sentences of " + voice + " at rate 1.0, 30 fps", "no coarticulation", "Rhubarb's rules");
    }

    @Test
    void lipsWithoutCoarticulationAreOffTheBar(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("scorecard.json");

        run("--json", json.toString());

        JsonNode rows = Json.mapper().readTree(Files.readAllBytes(json)).get("rows");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(9);
        assertThat(rows.get(0).get("found").get("PLANNED").get("value").asDouble())
                .isEqualTo(1);
        assertThat(Json.mapper()
                        .treeToValue(rows.get(0).get("found").get(Plan.PLAIN.name()), Measured.class)
                        .isAtBar())
                .isFalse();
    }

    @Test
    void sentencesOfOthersAreScoredToo(@TempDir Path folder) throws Exception {
        Path sentences = Files.writeString(folder.resolve("sentences.txt"), "Bob may feed my puppy.\nMum moves.\n");

        run("--sentences", sentences.toString(), "--fps", "25");

        assertThat(out.toString()).startsWith("2 sentences of flite-slt at rate 1.0, 25 fps");
    }

    @Test
    void saysWhatIsWrongInALine(@TempDir Path folder) {
        assertThat(run("--bundle", folder.toString())).isEqualTo(1);
        assertThat(run("--voice", "nobody")).isEqualTo(1);
        assertThat(run("--fps", "many")).isEqualTo(2);
        assertThat(run("--fps", "0")).isEqualTo(2);
        assertThat(run("--rate", "9")).isEqualTo(2);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("scorecard"));
        all.addAll(List.of(arguments));
        return Main.run(new PrintWriter(out, true), all.toArray(String[]::new));
    }
}
