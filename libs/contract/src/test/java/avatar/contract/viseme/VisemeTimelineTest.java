package avatar.contract.viseme;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisemeTimelineTest {

    @Test
    void cueHoldsFromItsStartToJustBeforeItsEnd() {
        VisemeTimeline timeline =
                new VisemeTimeline(ofMillis(300), List.of(cue(Viseme.M, 0, 100), cue(Viseme.AA, 100, 300)));

        assertThat(timeline.at(ofMillis(99)).viseme()).isEqualTo(Viseme.M);
        assertThat(timeline.at(ofMillis(100)).viseme()).isEqualTo(Viseme.AA);
        assertThatThrownBy(() -> timeline.at(ofMillis(300))).hasMessageContaining("PT0.3S");
    }

    @Test
    void partHasTheCuesBetweenTwoMomentsAndContinuesMovements() {
        VisemeTimeline whole = new VisemeTimeline(
                ofMillis(300),
                List.of(
                        cue(Viseme.M, 0, 100),
                        new Cue(
                                Viseme.AA,
                                ofMillis(100),
                                ofMillis(200),
                                Lips.of(Viseme.AA),
                                ofMillis(40),
                                ofMillis(60)),
                        new Cue(
                                Viseme.T,
                                ofMillis(200),
                                ofMillis(300),
                                Lips.of(Viseme.AA),
                                ofMillis(20),
                                ofMillis(40))));

        assertThat(whole.between(ofMillis(80), ofMillis(250)))
                .isEqualTo(new VisemeTimeline(
                        ofMillis(170),
                        List.of(
                                new Cue(
                                        Viseme.M,
                                        ofMillis(0),
                                        ofMillis(20),
                                        Lips.of(Viseme.M),
                                        ofMillis(0),
                                        ofMillis(0)),
                                new Cue(
                                        Viseme.AA,
                                        ofMillis(20),
                                        ofMillis(120),
                                        Lips.of(Viseme.AA),
                                        ofMillis(20),
                                        ofMillis(40)),
                                new Cue(
                                        Viseme.T,
                                        ofMillis(120),
                                        ofMillis(170),
                                        Lips.of(Viseme.AA),
                                        ofMillis(0),
                                        ofMillis(0)))));
        assertThat(whole.between(ofMillis(0), ofMillis(300)).cues().subList(0, 2))
                .isEqualTo(whole.cues().subList(0, 2));
    }

    @Test
    void cuesMustCoverTheAudioWithoutGap() {
        assertThatThrownBy(() ->
                        new VisemeTimeline(ofMillis(200), List.of(cue(Viseme.M, 0, 90), cue(Viseme.AA, 100, 200))))
                .hasMessageContaining("must start at PT0.09S");
        assertThatThrownBy(() -> new VisemeTimeline(ofMillis(200), List.of(cue(Viseme.M, 0, 90))))
                .hasMessage("Cues end at PT0.09S, the audio at PT0.2S");
    }

    private static Cue cue(Viseme viseme, int startMillis, int endMillis) {
        return new Cue(viseme, ofMillis(startMillis), ofMillis(endMillis));
    }

    @Test
    void lipsMoveBeforeTheirSoundAndStayUntilTheNextOnesMove() {
        VisemeTimeline timeline = new VisemeTimeline(
                ofMillis(300), List.of(moving(Viseme.M, 0, 100, 0, 50), moving(Viseme.AA, 100, 300, 30, 60)));

        assertThat(timeline.lipsAt(ofMillis(69)))
                .isEqualTo(new LipMovement(null, Lips.SHUT, ofMillis(0), ofMillis(50)));
        assertThat(timeline.lipsAt(ofMillis(70)))
                .isEqualTo(new LipMovement(Lips.SHUT, Lips.of(Viseme.AA), ofMillis(70), ofMillis(60)))
                .isEqualTo(timeline.lipsAt(ofMillis(299)));
    }

    @Test
    void lipsMayLeadOverMoreThanOneSound() {
        VisemeTimeline timeline = new VisemeTimeline(
                ofMillis(300),
                List.of(
                        moving(Viseme.M, 0, 100, 0, 50),
                        new Cue(Viseme.T, ofMillis(100), ofMillis(130), Lips.SHUT, ofMillis(0), ofMillis(0)),
                        moving(Viseme.W, 130, 300, 60, 60)));

        assertThat(timeline.lipsAt(ofMillis(110)).to()).isEqualTo(Lips.of(Viseme.W));
        assertThat(timeline.lipsAt(ofMillis(110)).from()).isEqualTo(Lips.SHUT);
    }

    @Test
    void refusesAMovementThatBeginsBeforeTheOneBeforeHasEnded() {
        List<Cue> cues = List.of(moving(Viseme.M, 0, 100, 0, 81), moving(Viseme.AA, 100, 300, 20, 60));

        assertThatThrownBy(() -> new VisemeTimeline(ofMillis(300), cues))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before those of");
    }

    private static Cue moving(Viseme viseme, int start, int end, int lead, int transition) {
        return new Cue(viseme, ofMillis(start), ofMillis(end), Lips.of(viseme), ofMillis(lead), ofMillis(transition));
    }
}
