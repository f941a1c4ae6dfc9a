package avatar.bench.timelines;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineScoreTest {

    private static final List<Phoneme> LABELS = List.of(
            phoneme("pau", 0, 100),
            phoneme("B", 100, 200),
            phoneme("AA", 200, 400),
            phoneme("B", 400, 500),
            phoneme("S", 500, 700));

    @Test
    void whatIsShownAsItIsSaidIsRight() {
        TimelineScore score = score(
                cue(Viseme.M, 0, 200), cue(Viseme.AA, 200, 400), cue(Viseme.M, 400, 500), cue(Viseme.S, 500, 800));

        assertThat(score).hasToString("frames 100.0 %  closures 2 of 2  onset 0.0 ms");
    }

    @Test
    void whatIsLateIsMeasured() {
        TimelineScore score = score(
                cue(Viseme.M, 0, 230), cue(Viseme.AA, 230, 430), cue(Viseme.M, 430, 530), cue(Viseme.S, 530, 800));

        assertThat(score.onsetError()).isCloseTo(30, within(0.01));
        assertThat(score.rightFrames()).isBetween(0.7, 0.9);
        assertThat(score.shownClosures()).isEqualTo(1);
    }

    @Test
    void closureThatIsNotShownIsMissed() {
        TimelineScore score = score(cue(Viseme.M, 0, 200), cue(Viseme.AA, 200, 500), cue(Viseme.S, 500, 800));

        assertThat(score.shownClosures()).isEqualTo(0.5);
    }

    private static TimelineScore score(Cue... cues) {
        TimelineScore score = new TimelineScore();
        score.add(LABELS, new VisemeTimeline(ofMillis(800), List.of(cues)));
        return score;
    }

    private static Cue cue(Viseme viseme, int start, int end) {
        return new Cue(viseme, ofMillis(start), ofMillis(end));
    }

    private static Phoneme phoneme(String symbol, int start, int end) {
        return new Phoneme(symbol, ofMillis(start), ofMillis(end));
    }
}
