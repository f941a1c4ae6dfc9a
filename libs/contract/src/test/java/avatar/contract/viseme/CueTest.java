package avatar.contract.viseme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTest {

    private static final Lips HALF = Lips.of(Viseme.AA, 0.5);

    @Test
    void survivesTheRoundTripThroughJson() {
        Lips both = new Lips(List.of(new Lips.Share(Viseme.AA, 0.7), new Lips.Share(Viseme.T, 0.3)));
        Cue cue = new Cue(Viseme.T, ofMillis(100), ofMillis(180), both, ofMillis(60), ofMillis(70));

        assertThat(Json.read(Json.write(cue), Cue.class)).isEqualTo(cue);
    }

    @Test
    void olderOneShowsItsOwnVisemeFromItsStart() {
        Cue cue = read("{'viseme': 'Aa', 'start': 0.1, 'end': 0.3}");

        assertThat(cue)
                .isEqualTo(
                        new Cue(Viseme.AA, ofMillis(100), ofMillis(300), Lips.of(Viseme.AA), ofMillis(0), ofMillis(40)))
                .isEqualTo(new Cue(Viseme.AA, ofMillis(100), ofMillis(300)));
    }

    @Test
    void shortOlderOneArrivesAtItsEnd() {
        assertThat(read("{'viseme': 'T', 'start': 0.1, 'end': 0.125}").arrives())
                .isEqualTo(ofMillis(125));
    }

    @Test
    void knowsWhenItsLipsMove() {
        Cue cue = new Cue(Viseme.W, ofMillis(100), ofMillis(180), HALF, ofMillis(60), ofMillis(80));

        assertThat(cue.begins()).isEqualTo(ofMillis(40));
        assertThat(cue.arrives()).isEqualTo(ofMillis(120));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'start': 0, 'end': 1} | viseme",
                "{'viseme': 'Aa', 'end': 1} | start",
                "{'viseme': 'Aa', 'start': 0} | end"
            })
    void missingFieldIsNamed(String json, String field) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_RECORD))
                .hasMessageContaining(field);
    }

    @Test
    void refusesInvalidTimes() {
        assertThatThrownBy(() -> new Cue(Viseme.M, ofMillis(10), ofMillis(10))).hasMessageContaining("run forward");
        assertThatThrownBy(() -> new Cue(Viseme.M, ofMillis(10), ofMillis(20), HALF, ofMillis(11), ofMillis(0)))
                .hasMessageContaining("can't lead it by PT0.011S");
        assertThatThrownBy(() -> new Cue(Viseme.M, ofMillis(10), ofMillis(20), HALF, ofMillis(0), ofMillis(-1)))
                .hasMessageContaining("PT-0.001S");
    }

    private static Cue read(String json) {
        return Json.read(json.replace('\'', '"').getBytes(UTF_8), Cue.class);
    }
}
