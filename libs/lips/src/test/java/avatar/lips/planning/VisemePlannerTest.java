package avatar.lips.planning;

import static avatar.lips.planning.Segments.longestRest;
import static avatar.lips.planning.Segments.plan;
import static avatar.lips.planning.Segments.spoken;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.phonetics.sound.PhonemeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisemePlannerTest {

    private static final List<String> SYMBOLS =
            PhonemeTable.phonemes().values().stream().flatMap(List::stream).toList();

    @Test
    void everyPhonemeHasItsCueFromItsStartToItsEnd() {
        VisemeTimeline timeline = plan("hh 70", "ow 150");

        assertThat(timeline.cues())
                .extracting(Cue::viseme, Cue::start, Cue::end)
                .containsExactly(
                        tuple(Viseme.H, ofMillis(0), ofMillis(70)), tuple(Viseme.OH, ofMillis(70), ofMillis(220)));
    }

    @Test
    void soundsThatLookAlikeShareACue() {
        assertThat(spoken(plan("P 60", "B 60"))).containsExactly(Viseme.M);
    }

    @Test
    void pausesGapsAndTheEndAreSilent() {
        VisemeTimeline timeline = planned(
                500, phoneme("pau", 0, 100), phoneme("aa", 120, 200), phoneme("ow", 300, 400), phoneme("s", 400, 420));

        assertThat(spoken(timeline)).containsExactly(Viseme.M, Viseme.AA, Viseme.M, Viseme.OH, Viseme.S, Viseme.M);
    }

    @Test
    void keepsTheMouthShutInSilence() {
        assertThat(planned(300).cues()).extracting(Cue::viseme, Cue::lips).containsExactly(tuple(Viseme.M, Lips.SHUT));
        assertThat(planned(0)).isEqualTo(VisemeTimeline.EMPTY);
    }

    @Test
    void ignoresAPhonemeTheEngineDropped() {
        assertThat(spoken(plan("aa 50", "t 0", "aa 50"))).containsExactly(Viseme.AA);
    }

    @Test
    void clipsPhonemesThatRoundingMovedPastTheAudio() {
        VisemeTimeline timeline = planned(100, phoneme("aa", 0, 98), phoneme("s", 98, 108), phoneme("pau", 108, 120));

        assertThat(spoken(timeline)).containsExactly(Viseme.AA, Viseme.S);
        assertThat(timeline.cues().getLast().end()).isEqualTo(ofMillis(100));
    }

    /** The plan is one that a timeline accepts, and lips that have to touch do. */
    @ParameterizedTest
    @ValueSource(ints = {20, 40, 90, 200})
    void plansWhateverIsSaid(int meanMillis) {
        Random random = new Random(meanMillis);
        for (int round = 0; round < 300; round++) {
            List<String> sounds = new ArrayList<>(List.of("pau 150"));
            for (int sound = 0; sound < 20; sound++) {
                String symbol = random.nextInt(12) == 0 ? "pau" : SYMBOLS.get(random.nextInt(SYMBOLS.size()));
                sounds.add(symbol + " " + random.nextInt(2 * meanMillis));
            }

            TimelineRequest segment = Segments.segment(sounds.toArray(String[]::new));
            VisemeTimeline timeline = VisemePlanner.plan(segment);

            for (Phoneme phoneme : segment.phonemes()) {
                assertThat(touchesLongEnough(timeline, phoneme))
                        .as("%s of %s", phoneme, sounds)
                        .isTrue();
            }
        }
    }

    /** In a row of contacts the first come early; before a pause the last one may stay. */
    private static boolean touchesLongEnough(VisemeTimeline timeline, Phoneme phoneme) {
        Viseme viseme = PhonemeTable.visemeOf(phoneme.symbol());
        boolean isContact = viseme == Viseme.M || viseme == Viseme.F;
        int start = (int) phoneme.start().toMillis();
        int end = Math.min(
                (int) phoneme.end().toMillis() + 120, (int) timeline.duration().toMillis());
        return !isContact
                || phoneme.end().equals(phoneme.start())
                || longestRest(timeline, start - 400, end, Lips.of(viseme)::equals) >= 40;
    }

    @Test
    void plansAClauseInLessThanAMillisecond() {
        List<String> sounds = new ArrayList<>();
        for (int sound = 0; sound < 120; sound++) {
            sounds.add(SYMBOLS.get(sound * 7 % SYMBOLS.size()) + " 80");
        }
        TimelineRequest clause = Segments.segment(sounds.toArray(String[]::new));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 300; round++) {
            long begun = System.nanoTime();
            VisemePlanner.plan(clause);
            best = Math.min(best, System.nanoTime() - begun);
        }

        assertThat(best).isLessThan(1_000_000);
    }

    @Test
    void refusesAPhonemeBeyondTheAudio() {
        assertInvalid(100, phoneme("aa", 0, 121))
                .hasMessage("Phoneme 'aa' ends at PT0.121S, after the audio at PT0.1S");
    }

    @Test
    void refusesPhonemesOutOfOrder() {
        assertInvalid(200, phoneme("aa", 0, 100), phoneme("t", 99, 150))
                .hasMessage("Phoneme 't' starts at PT0.099S, before the previous one ends at PT0.1S");
    }

    @Test
    void refusesANegativeDuration() {
        assertInvalid(-1).hasMessageContaining("PT-0.001S");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertInvalid(
            int durationMillis, Phoneme... phonemes) {
        return assertThatThrownBy(() -> planned(durationMillis, phonemes))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TIMELINE));
    }

    private static VisemeTimeline planned(int durationMillis, Phoneme... phonemes) {
        return VisemePlanner.plan(new TimelineRequest(ofMillis(durationMillis), List.of(phonemes)));
    }

    private static Phoneme phoneme(String symbol, int startMillis, int endMillis) {
        return new Phoneme(symbol, ofMillis(startMillis), ofMillis(endMillis));
    }
}
