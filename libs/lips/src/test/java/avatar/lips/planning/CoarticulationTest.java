package avatar.lips.planning;

import static avatar.lips.planning.Segments.cue;
import static avatar.lips.planning.Segments.longestRest;
import static avatar.lips.planning.Segments.plan;
import static avatar.lips.planning.Segments.restingAt;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coarticulation of the lips, rule by rule. */
class CoarticulationTest {

    @ParameterizedTest
    @CsvSource({"30, 40", "60, 40", "79, 40", "80, 80", "150, 80"})
    void lipsShutForAFrameAndForTwoInALongClosure(int closure, int frames) {
        VisemeTimeline timeline = plan("pau 200", "aa 120", "b " + closure, "aa 120", "pau 200");

        int shut = longestRest(timeline, 260, 320 + closure, Lips.SHUT::equals);

        assertThat(shut).isGreaterThanOrEqualTo(frames);
    }

    @Test
    void neighbouringContactsAreAllVisible() {
        VisemeTimeline timeline = plan("pau 200", "ah 60", "m 35", "f 35", "b 35", "er 80", "pau 200");

        assertThat(longestRest(timeline, 100, 295, Lips.SHUT::equals)).isGreaterThanOrEqualTo(40);
        assertThat(longestRest(timeline, 100, 330, Lips.of(Viseme.F)::equals)).isGreaterThanOrEqualTo(40);
        assertThat(longestRest(timeline, 290, 365, Lips.SHUT::equals)).isGreaterThanOrEqualTo(40);
    }

    @Test
    void lipsOpenOnlyWhenASoundAfterSilenceThatIsMadeWithShutLipsWasHeard() {
        VisemeTimeline timeline = plan("pau 400", "m 60", "aa 150", "pau 200");

        assertThat(restingAt(timeline, 440)).isEqualTo(Lips.SHUT);
        assertThat(cue(timeline, Viseme.AA).lead()).isLessThanOrEqualTo(ofMillis(20));
    }

    @Test
    void lipsOpenInTheShortSilenceBeforeTheFirstSound() {
        Cue cue = cue(plan("pau 40", "aa 150", "pau 200"), Viseme.AA);

        assertThat(cue.begins()).isEqualTo(Duration.ZERO);
        assertThat(cue.arrives()).as("when it is heard").isEqualTo(cue.start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "d", "n", "k", "g", "ng", "hh", "l"})
    void soundsOfTheTongueTakeTheLipsOfTheVowelAfterThem(String tongue) {
        Cue cue = plan("pau 200", "b 80", tongue + " 80", "uw 150", "pau 200")
                .cues()
                .get(2);

        assertThat(cue.lips().main()).isEqualTo(Viseme.W);
        assertThat(cue.lips().weight(Viseme.W)).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void soundOfTheTongueBeforeAClosureKeepsTheLipsOfTheVowelBeforeIt() {
        VisemeTimeline timeline = plan("pau 200", "aa 150", "t 80", "p 80", "aa 150", "pau 200");

        assertThat(cue(timeline, Viseme.T).lips().main()).isEqualTo(Viseme.AA);
    }

    @Test
    void twoSoundsOfTheTongueFollowOneVowelEach() {
        VisemeTimeline timeline = plan("pau 200", "aa 150", "k 80", "t 80", "uw 150", "pau 200");

        assertThat(cue(timeline, Viseme.K).lips().main()).isEqualTo(Viseme.AA);
        assertThat(cue(timeline, Viseme.T).lips().main()).isEqualTo(Viseme.W);
    }

    @Test
    void soundOfTheTongueBetweenClosuresOpensALittleInItsOwnShape() {
        VisemeTimeline timeline = plan("pau 200", "m 80", "t 80", "m 80", "pau 200");

        assertThat(cue(timeline, Viseme.T).lips()).isEqualTo(Lips.of(Viseme.T, 0.5));
    }

    @Test
    void shortVowelOpensLess() {
        VisemeTimeline timeline = plan("pau 200", "b 90", "aa 60", "b 90", "ae 250", "pau 200");

        assertThat(cue(timeline, Viseme.AA).lips().weight(Viseme.AA)).isBetween(0.6, 0.8);
        assertThat(cue(timeline, Viseme.EH).lips().weight(Viseme.EH)).isGreaterThan(0.95);
    }

    @Test
    void shapeTooShortToBeSeenIsDrawnAsItsNeighbourAndKeepsItsCue() {
        VisemeTimeline timeline = plan("pau 200", "iy 150", "th 40", "er 150", "pau 200");

        Cue brief = cue(timeline, Viseme.TH);

        assertThat(brief.lips().main()).isIn(Viseme.IY, Viseme.ER);
        assertThat(brief.end().minus(brief.start())).isEqualTo(ofMillis(40));
    }

    @Test
    void dominantShapeIsDrawnInPlaceOfALongerOne() {
        VisemeTimeline timeline = plan("pau 200", "b 80", "w 60", "ah 70", "b 80", "pau 200");

        assertThat(cue(timeline, Viseme.AX).lips().main()).isEqualTo(Viseme.W);
    }

    @Test
    void roundingIsAnticipated() {
        VisemeTimeline timeline = plan("pau 200", "iy 300", "w 120", "aa 200", "pau 200");

        assertThat(cue(timeline, Viseme.W).lead()).isEqualTo(ofMillis(120));
        assertThat(cue(timeline, Viseme.AA).lead()).isEqualTo(ofMillis(60));
    }

    @Test
    void mouthOpensFastAndClosesSlowly() {
        VisemeTimeline timeline = plan("pau 200", "iy 200", "aa 200", "ih 200", "pau 200");

        Duration opening = cue(timeline, Viseme.AA).transition();
        Duration closing = cue(timeline, Viseme.IH).transition();

        assertThat(opening).isEqualTo(ofMillis(60)).isLessThan(closing);
    }

    @Test
    void lipsHoldInAVeryShortPause() {
        VisemeTimeline timeline = plan("pau 200", "aa 150", "pau 110", "iy 150", "pau 200");

        Lips held = timeline.lipsAt(ofMillis(390)).to();

        assertThat(held).isEqualTo(cue(timeline, Viseme.AA).lips());
    }

    @Test
    void lipsRelaxInAShortPause() {
        VisemeTimeline timeline = plan("pau 200", "aa 150", "pau 250", "iy 150", "pau 200");

        Lips relaxed = restingAt(timeline, 500);

        assertThat(relaxed).isNotNull();
        assertThat(relaxed.weight(Viseme.AA)).isBetween(0.25, 0.35);
    }

    @ParameterizedTest
    @ValueSource(ints = {351, 400, 2000})
    void lipsShutInASilenceAndStayShut(int silence) {
        VisemeTimeline timeline = plan("pau 200", "aa 150", "pau " + silence, "iy 150", "pau 200");

        assertThat(timeline.lipsAt(ofMillis(350 + 80)).to()).isNotEqualTo(Lips.SHUT);
        assertThat(longestRest(timeline, 350, 350 + silence, Lips.SHUT::equals))
                .as("from 220 ms after the sound to 60 before the next")
                .isEqualTo(silence - 220 - 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 133, 200, 600})
    void lipsHaveShutAtTheEndOfASegmentThatHasTimeForIt(int silence) {
        VisemeTimeline timeline = plan("pau 200", "aa 150", "pau " + silence);

        Cue last = timeline.cues().getLast();

        assertThat(last.lips()).isEqualTo(Lips.SHUT);
        assertThat(last.arrives()).isLessThanOrEqualTo(timeline.duration());
        assertThat(last.arrives()).isGreaterThanOrEqualTo(ofMillis(350 + 110));
    }

    @Test
    void lipsLeadTheSoundByANaturalTimeAtMost() {
        VisemeTimeline timeline =
                plan("pau 300", "s 90", "iy 110", "m 90", "ow 120", "f 90", "er 100", "th 90", "ay 150", "pau 300");

        assertThat(timeline.cues()).allSatisfy(cue -> assertThat(cue.lead()).isLessThanOrEqualTo(ofMillis(120)));
    }
}
