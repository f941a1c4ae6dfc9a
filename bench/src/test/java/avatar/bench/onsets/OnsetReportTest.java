package avatar.bench.onsets;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.bench.onsets.OnsetTrack.Onset;
import avatar.bench.speech.Phone;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnsetReportTest {

    @Test
    void errorIsTheTimeToTheNearestCueOfTheSameViseme() {
        List<Phone> said = List.of(
                new Phone("AA", Viseme.AA, 0.1, 0.2),
                new Phone("S", Viseme.S, 0.2, 0.3),
                new Phone("L", Viseme.L, 0.3, 0.4));
        VisemeTimeline shown = new VisemeTimeline(
                ofMillis(400),
                List.of(
                        new Cue(Viseme.M, ofMillis(0), ofMillis(120)),
                        new Cue(Viseme.AA, ofMillis(120), ofMillis(195)),
                        new Cue(Viseme.S, ofMillis(195), ofMillis(400))));

        List<Double> errors = OnsetTrack.of(said, shown).errors();

        assertThat(errors.get(0)).isCloseTo(0.020, within(1e-9));
        assertThat(errors.get(1)).isCloseTo(0.005, within(1e-9));
        assertThat(errors.get(2)).isInfinite();
    }

    @Test
    void soundsThatAreLateOrMissingAreOffTheBar() {
        assertThat(report(0.002, 0.010).isAtBar()).isTrue();
        assertThat(report(0.011, 0).isAtBar()).isFalse();
        assertThat(report(Double.POSITIVE_INFINITY, 0).isAtBar()).isFalse();
    }

    @Test
    void driftIsHowMuchWorseTheLastMinuteIs() {
        OnsetReport report = report(0, 0.030);

        assertThat(report.minutes()).containsExactly(0.0, 0.030);
        assertThat(report.drift()).isEqualTo(0.030);
        assertThat(report.isAtBar()).isFalse();
        assertThat(report.table()).contains("median of 1 sounds in 1 sentences", "drift, last minute - first");
    }

    /** The long text is right in its first minute, and off in its second. */
    private static OnsetReport report(double error, double lastMinute) {
        OnsetTrack sentence = new OnsetTrack(ofSeconds(2), List.of(new Onset(0.1, error)));
        OnsetTrack text = new OnsetTrack(ofSeconds(125), List.of(new Onset(30, 0), new Onset(123, lastMinute)));
        return OnsetReport.of("voice", List.of(sentence), text);
    }
}
