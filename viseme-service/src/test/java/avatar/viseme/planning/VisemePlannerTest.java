package avatar.viseme.planning;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class VisemePlannerTest {

    @Test
    void showsEverySoundFromItsStartToItsEnd() {
        VisemeTimeline timeline = plan(220, phoneme("hh", 0, 70), phoneme("ow", 70, 220));

        assertThat(timeline.cues()).containsExactly(cue(Viseme.H, 0, 70), cue(Viseme.OH, 70, 220));
    }

    @Test
    void holdsTheMouthAcrossPhonemesThatLookAlike() {
        VisemeTimeline timeline = plan(120, phoneme("P", 0, 60), phoneme("B", 60, 120));

        assertThat(timeline.cues()).containsExactly(cue(Viseme.M, 0, 120));
    }

    @Test
    void shutsTheMouthInPausesInGapsAndAtTheEnd() {
        VisemeTimeline timeline = plan(
                500, phoneme("pau", 0, 100), phoneme("aa", 120, 200), phoneme("ow", 300, 400), phoneme("b", 400, 420));

        assertThat(timeline.cues())
                .containsExactly(
                        cue(Viseme.M, 0, 120),
                        cue(Viseme.AA, 120, 200),
                        cue(Viseme.M, 200, 300),
                        cue(Viseme.OH, 300, 400),
                        cue(Viseme.M, 400, 500));
    }

    @Test
    void keepsTheMouthShutWhenNothingIsSaid() {
        assertThat(plan(300).cues()).containsExactly(cue(Viseme.M, 0, 300));
        assertThat(plan(0)).isEqualTo(VisemeTimeline.EMPTY);
    }

    @Test
    void passesOverASoundTheEngineDropped() {
        VisemeTimeline timeline = plan(100, phoneme("aa", 0, 50), phoneme("t", 50, 50), phoneme("aa", 50, 100));

        assertThat(timeline.cues()).containsExactly(cue(Viseme.AA, 0, 100));
    }

    @Test
    void clipsWhatRoundingCarriedPastTheAudio() {
        VisemeTimeline timeline = plan(100, phoneme("aa", 0, 98), phoneme("s", 98, 108), phoneme("pau", 108, 120));

        assertThat(timeline.cues()).containsExactly(cue(Viseme.AA, 0, 98), cue(Viseme.S, 98, 100));
    }

    @Test
    void refusesAPhonemeBeyondTheAudio() {
        assertInvalid(100, phoneme("aa", 0, 121))
                .hasMessage("Phoneme 'aa' ends at PT0.121S, after the audio at PT0.1S");
    }

    @Test
    void refusesPhonemesOutOfOrder() {
        assertInvalid(200, phoneme("aa", 0, 100), phoneme("t", 99, 150))
                .hasMessage("Phoneme 't' starts at PT0.099S, before the one ahead of it ends at PT0.1S");
    }

    @Test
    void refusesANegativeDuration() {
        assertInvalid(-1).hasMessageContaining("PT-0.001S");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertInvalid(
            int durationMillis, Phoneme... phonemes) {
        return assertThatThrownBy(() -> plan(durationMillis, phonemes))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TIMELINE));
    }

    private static VisemeTimeline plan(int durationMillis, Phoneme... phonemes) {
        return VisemePlanner.plan(new TimelineRequest(ofMillis(durationMillis), List.of(phonemes)));
    }

    private static Phoneme phoneme(String symbol, int startMillis, int endMillis) {
        return new Phoneme(symbol, ofMillis(startMillis), ofMillis(endMillis));
    }

    private static Cue cue(Viseme viseme, int startMillis, int endMillis) {
        return new Cue(viseme, ofMillis(startMillis), ofMillis(endMillis));
    }
}
