package avatar.bench.scorecard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.bench.speech.Phone;
import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;
import avatar.pictures.frame.MouthPicture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On tracks drawn by hand, at 50 frames a second: a word is a viseme and how many frames show it. */
class CheckTest {

    private static final double FPS = 50;

    private final List<Phone> amma = List.of(
            phone("PAU", Viseme.SIL, 0, 0.2),
            phone("AA", Viseme.AA, 0.2, 0.4),
            phone("M", Viseme.M, 0.4, 0.5),
            phone("AA", Viseme.AA, 0.5, 0.7));

    @Test
    void longClosureNeedsTwoFramesInARow() {
        assertThat(Touches.closures(take(amma, "M 9 Aa 11 M 2 Aa 14")).isAtBar())
                .isTrue();
        assertThat(Touches.closures(take(amma, "M 9 Aa 11 M 1 Aa 1 M 1 Aa 13")).isAtBar())
                .isFalse();
    }

    @Test
    void closureThatIsSeenBesideItsSoundIsNone() {
        assertThat(Touches.closures(take(amma, "M 9 Aa 18 M 3 Aa 6")).value()).isZero();
    }

    @Test
    void contactThatIsOnlyOnItsWayIsNone() {
        List<Phone> fan = List.of(phone("F", Viseme.F, 0.1, 0.15), phone("AE", Viseme.EH, 0.15, 0.4));
        Take halfway = new Take(
                fan,
                new MouthTrack(FPS, 0, lips(), List.of(picture(Viseme.F, Opening.TWO_THIRDS), full(Viseme.EH))),
                phone -> Set.of(phone.viseme()));

        assertThat(Touches.contacts(List.of(halfway)).value()).isZero();
        assertThat(Touches.contacts(take(fan, "M 4 F 2 Eh 14")).value()).isEqualTo(1);
    }

    /** Shapes come at 0.18, 0.38 and 0.48 s for sounds at 0.2, 0.4 and 0.5. */
    @Test
    void lipsLeadByTheTimeFromTheirFirstFrameToTheSound() {
        List<Take> takes = take(amma, "M 9 Aa 10 M 5 Aa 12");

        assertThat(Onsets.lead(takes).value()).isCloseTo(0.020, within(1e-9));
        assertThat(Onsets.lag(takes).value()).isCloseTo(-0.020, within(1e-9));
    }

    @Test
    void lipsThatLagAreOffTheBar() {
        List<Take> takes = take(amma, "M 13 Aa 10 M 5 Aa 12");

        assertThat(Onsets.lead(takes).isAtBar()).isFalse();
        assertThat(Onsets.lag(takes).value()).isCloseTo(0.060, within(1e-9));
        assertThat(Onsets.lag(takes).isAtBar()).isFalse();
    }

    @Test
    void shapeThatComesAfterItsSoundLags() {
        List<Phone> brief = List.of(phone("S", Viseme.S, 0.2, 0.24), phone("AA", Viseme.AA, 0.24, 0.5));

        assertThat(Onsets.lag(take(brief, "M 14 S 23")).value()).isCloseTo(0.080, within(1e-9));
        assertThat(Onsets.shown(take(brief, "M 14 S 23")).value()).isZero();
    }

    @Test
    void shapeOfTheSameSoundBeforeIsNotThatOfTheNext() {
        List<Phone> again = List.of(
                phone("S", Viseme.S, 0.2, 0.3), phone("AA", Viseme.AA, 0.3, 0.34), phone("S", Viseme.S, 0.34, 0.5));

        assertThat(Onsets.lead(take(again, "M 10 S 5 Aa 3 S 10")).value())
                .as("0, 0 and -20 ms; not 140 ms")
                .isCloseTo(0, within(1e-9));
        assertThat(Onsets.lag(take(again, "M 10 S 5 Aa 3 S 10")).value()).isCloseTo(0.020, within(1e-9));
    }

    @Test
    void soundThatIsNeverSeenHasNoOnsetButIsMissed() {
        List<Take> takes = take(amma, "M 9 Aa 26");

        assertThat(Onsets.lead(takes).value()).isCloseTo(0.020, within(1e-9));
        assertThat(Onsets.shown(takes).value()).isCloseTo(2 / 3.0, within(1e-9));
    }

    /** Speech lasts half a second. */
    @Test
    void openingsOfOneShapeAreNoChanges() {
        List<MouthPicture> pictures = new ArrayList<>(frames("M 10"));
        List.of(Opening.values()).forEach(opening -> pictures.add(picture(Viseme.AA, opening)));
        pictures.addAll(frames("Aa 10 M 12"));

        Take take = new Take(amma, new MouthTrack(FPS, 0, lips(), pictures), phone -> Set.of(phone.viseme()));

        assertThat(Steadiness.changes(List.of(take)).value()).isCloseTo(4, within(1e-9));
    }

    @Test
    void shapesThatFlickerAreCountedButShutLipsAreNot() {
        Measured brief = Steadiness.shortHolds(take(amma, "M 1 Aa 10 S 3 Aa 10 M 1 Eh 4"));

        assertThat(brief.value()).as("one of Aa S Aa Eh").isCloseTo(0.25, within(1e-9));
    }

    @Test
    void silenceHasToShutInTime() {
        assertThat(Silences.shutInTime(take(amma, "M 10 Aa 30 M 20")).value())
                .as("at 0.8, 100 ms after the end")
                .isZero();
        assertThat(Silences.shutInTime(take(amma, "M 10 Aa 34 M 20")).value()).isEqualTo(1);
        assertThat(Silences.shutInTime(take(amma, "M 10 Aa 53 M 20")).value()).isZero();
        assertThat(Silences.shutInTime(take(amma, "M 10 Aa 60")).value()).isZero();
    }

    @Test
    void longPauseInASentenceIsASilenceToo() {
        List<Phone> pausing = List.of(
                phone("AA", Viseme.AA, 0.2, 0.4), phone("PAU", Viseme.SIL, 0.4, 0.9), phone("AA", Viseme.AA, 0.9, 1.1));

        assertThat(Silences.shutInTime(take(pausing, "M 10 Aa 18 M 12 Aa 15 M 30"))
                        .value())
                .isEqualTo(1);
        assertThat(Silences.shutInTime(take(pausing, "M 10 Aa 45 M 30")).value())
                .isZero();
        assertThat(Silences.still(take(pausing, "M 10 Aa 18 M 7 S 1 M 4 Aa 15 M 30"))
                        .isAtBar())
                .isFalse();
    }

    @Test
    void mouthThatOpensInSilenceIsNotStill() {
        assertThat(Silences.still(take(amma, "M 10 Aa 34 M 20")).value()).isEqualTo(1);
        assertThat(Silences.still(take(amma, "M 10 Aa 34 M 20 S 1 M 5")).value())
                .isZero();
        assertThat(Silences.still(take(amma, "M 10 Aa 34 M 20 Sil 1 M 5")).value())
                .as("another picture, if also shut")
                .isZero();
    }

    /** Aa opens by 0.6, T by 0.2. */
    @Test
    void soundOfTheTongueIsMeasuredByTheLipsOfItsVowel() {
        List<Phone> at = List.of(phone("AA", Viseme.AA, 0, 0.2), phone("T", Viseme.T, 0.2, 0.3));

        assertThat(TongueLips.share(take(at, "Aa 10 T 5")).value()).isZero();
        assertThat(TongueLips.share(take(at, "Aa 15")).value()).isEqualTo(1);
        assertThat(TongueLips.share(List.of(halfway(at))).value()).isCloseTo(0.5, within(1e-9));
        assertThat(TongueLips.withHalf(take(at, "Aa 10 T 5")).value()).isZero();
    }

    /** Aa in two of its three openings opens by 0.4. */
    private static Take halfway(List<Phone> phones) {
        List<MouthPicture> pictures = new ArrayList<>(frames("Aa 10"));
        for (int frame = 0; frame < 5; frame++) {
            pictures.add(picture(Viseme.AA, Opening.TWO_THIRDS));
        }
        return new Take(phones, new MouthTrack(FPS, 0, lips(), pictures), phone -> Set.of(phone.viseme()));
    }

    @Test
    void soundOfTheTongueWithoutAVowelBesideItIsNotMeasured() {
        List<Phone> smt =
                List.of(phone("S", Viseme.S, 0, 0.1), phone("T", Viseme.T, 0.1, 0.2), phone("M", Viseme.M, 0.2, 0.3));

        assertThat(TongueLips.withHalf(take(smt, "S 5 T 5 M 5")).value()).isEqualTo(1);
    }

    private static List<Take> take(List<Phone> phones, String track) {
        return List.of(
                new Take(phones, new MouthTrack(FPS, 0, lips(), frames(track)), phone -> Set.of(phone.viseme())));
    }

    private static List<MouthPicture> frames(String track) {
        List<MouthPicture> pictures = new ArrayList<>();
        String[] words = track.split(" ", -1);
        for (int word = 0; word < words.length; word += 2) {
            for (int frame = 0; frame < Integer.parseInt(words[word + 1]); frame++) {
                pictures.add(full(Viseme.ofLabel(words[word])));
            }
        }
        return pictures;
    }

    private static MouthPicture full(Viseme viseme) {
        return picture(viseme, Opening.FULL);
    }

    private static MouthPicture picture(Viseme viseme, Opening opening) {
        return new MouthPicture(viseme, opening, 1);
    }

    private static Phone phone(String symbol, Viseme viseme, double start, double end) {
        return new Phone(symbol, viseme, start, end);
    }

    private static LipShapes lips() {
        Map<Viseme, List<List<Double>>> moves = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            moves.put(viseme, List.of(List.of(0.0, viseme == Viseme.AA ? 0.6 : 0.2)));
        }
        return new LipShapes(LipShapes.VERSION, moves);
    }
}
