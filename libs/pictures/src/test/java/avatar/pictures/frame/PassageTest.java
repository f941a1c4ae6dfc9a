package avatar.pictures.frame;

import static avatar.contract.bundle.Opening.FULL;
import static avatar.contract.bundle.Opening.THIRD;
import static avatar.contract.bundle.Opening.TWO_THIRDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** On made-up lips: a lower lip that comes down by y, a corner that comes in by x. */
class PassageTest {

    private static final MouthPicture M = MouthPicture.of(Viseme.M, FULL);
    private static final MouthPicture AA = MouthPicture.of(Viseme.AA, FULL);
    private static final MouthPicture OH = MouthPicture.of(Viseme.OH, FULL);

    private final Passage passage = new Passage(lips(Map.of(
            Viseme.AA, List.of(0.0, 0.6),
            Viseme.OH, List.of(0.3, 0.3),
            Viseme.T, List.of(0.0, 0.2),
            Viseme.K, List.of(0.0, 0.2),
            Viseme.F, List.of(0.0, -0.6))));

    @Test
    void mouthOpensStepByStep() {
        assertThat(seenOnTheWay(Viseme.M, Viseme.AA))
                .containsExactly(M, MouthPicture.of(Viseme.AA, THIRD), MouthPicture.of(Viseme.AA, TWO_THIRDS), AA);
    }

    @Test
    void mouthShutsStepByStep() {
        assertThat(seenOnTheWay(Viseme.AA, Viseme.M))
                .containsExactly(AA, MouthPicture.of(Viseme.AA, TWO_THIRDS), MouthPicture.of(Viseme.AA, THIRD), M);
    }

    /** The planner of visemes takes these moments from the contract. */
    @Test
    void lipsAreDrawnOpenAndShutAtTheMomentsOfTheContract() {
        double open = Opening.drawnOpenAfter();
        MouthPicture third = MouthPicture.of(Viseme.AA, THIRD);

        assertThat(passage.at(new MouthPose(Lips.SHUT, Lips.of(Viseme.AA), open - 0.001)))
                .isEqualTo(M);
        assertThat(passage.at(new MouthPose(Lips.SHUT, Lips.of(Viseme.AA), open + 0.001)))
                .isEqualTo(third);
        assertThat(passage.at(new MouthPose(Lips.of(Viseme.AA), Lips.SHUT, 1 - open - 0.001)))
                .isEqualTo(third);
        assertThat(passage.at(new MouthPose(Lips.of(Viseme.AA), Lips.SHUT, 1 - open + 0.001)))
                .isEqualTo(M);
    }

    /** Weights on both sides of the bounds 1/6, 1/2 and 5/6. */
    @ParameterizedTest
    @CsvSource({
        "0.16, M, FULL",
        "0.17, AA, THIRD",
        "0.49, AA, THIRD",
        "0.51, AA, TWO_THIRDS",
        "0.83, AA, TWO_THIRDS",
        "0.84, AA, FULL"
    })
    void nextOpeningIsSeenFromHalfTheWayToIt(double weight, Viseme viseme, Opening opening) {
        MouthPicture seen = passage.at(pose(Viseme.M, Viseme.AA, weight));

        assertThat(seen).isEqualTo(MouthPicture.of(viseme, opening));
    }

    /** Half of the way is (0.15, 0.45): nearest to two thirds of Aa, (0, 0.4). */
    @Test
    void wayBetweenTwoOpenShapesLeadsOverWhatLiesNearest() {
        assertThat(seenOnTheWay(Viseme.AA, Viseme.OH)).containsExactly(AA, MouthPicture.of(Viseme.AA, TWO_THIRDS), OH);
    }

    @Test
    void wayBetweenOppositeShapesLeadsOverTheShutMouth() {
        assertThat(passage.at(pose(Viseme.AA, Viseme.F, 0.5))).isEqualTo(MouthPicture.of(Viseme.SIL, FULL));
    }

    @Test
    void shapesThatLookAlikeAreHeldToTheEnd() {
        assertThat(passage.at(pose(Viseme.T, Viseme.K, 0.99))).isEqualTo(MouthPicture.of(Viseme.T, FULL));
        assertThat(passage.at(pose(Viseme.T, Viseme.K, 1))).isEqualTo(MouthPicture.of(Viseme.K, FULL));
    }

    @ParameterizedTest
    @EnumSource
    void endsOfEveryWayAreTheFullShapes(Viseme viseme) {
        assertThat(passage.at(new MouthPose(Lips.of(viseme), Lips.of(Viseme.AA), 0)))
                .isEqualTo(MouthPicture.of(viseme, FULL));
        assertThat(passage.at(new MouthPose(Lips.of(Viseme.AA), Lips.of(viseme), 1)))
                .isEqualTo(MouthPicture.of(viseme, FULL));
        assertThat(passage.at(new MouthPose(Lips.of(viseme), Lips.of(viseme), 0.5)))
                .isEqualTo(MouthPicture.of(viseme, FULL));
    }

    /** Half of the way for the shut mouth to cover the base video's own, half to open. */
    @ParameterizedTest
    @CsvSource({
        "0.1, SIL, FULL, 0.2",
        "0.49, SIL, FULL, 0.98",
        "0.51, SIL, FULL, 1",
        "0.6, AA, THIRD, 1",
        "0.76, AA, TWO_THIRDS, 1",
        "0.92, AA, FULL, 1"
    })
    void shutMouthFadesInBeforeItOpens(double weight, Viseme viseme, Opening opening, double cover) {
        MouthPicture in = passage.at(pose(null, Lips.of(Viseme.AA), weight));
        MouthPicture out = passage.at(pose(Lips.of(Viseme.AA), null, 1 - weight));

        assertThat(List.of(in, out)).allSatisfy(seen -> {
            assertThat(seen).isEqualTo(new MouthPicture(viseme, opening, seen.cover()));
            assertThat(seen.cover()).isCloseTo(cover, within(1e-9));
        });
    }

    @ParameterizedTest
    @CsvSource({"0.1", "0.5", "0.9"})
    void lipsThatAreShutFadeAllTheWay(double weight) {
        MouthPicture seen = passage.at(pose(null, Lips.SHUT, weight));

        assertThat(seen).isEqualTo(new MouthPicture(Viseme.M, FULL, seen.cover()));
        assertThat(seen.cover()).isCloseTo(weight, within(1e-9));
    }

    /** Aa is (0, 0.6). */
    @ParameterizedTest
    @CsvSource({"0.1, SIL, FULL", "0.3, AA, THIRD", "0.49, AA, THIRD", "0.51, AA, TWO_THIRDS", "0.9, AA, FULL"})
    void lipsThatComePartOfTheWayShowTheNearestOpening(double share, Viseme viseme, Opening opening) {
        MouthPose resting = new MouthPose(Lips.SHUT, Lips.of(Viseme.AA, share), 1);

        assertThat(passage.at(resting)).isEqualTo(MouthPicture.of(viseme, opening));
    }

    /**
     * Half of Aa and half of Oh is (0.15, 0.45), nearest to two thirds of Aa, (0, 0.4); 0.2 and 0.8 is nearest to Oh.
     */
    @Test
    void lipsBetweenTwoShapesShowTheNearestPictureOfEither() {
        assertThat(passage.at(held(both(0.5, 0.5)))).isEqualTo(MouthPicture.of(Viseme.AA, TWO_THIRDS));
        assertThat(passage.at(held(both(0.2, 0.8)))).isEqualTo(OH);
    }

    @Test
    void traceOfAShapePullsButIsNeverSeen() {
        List<MouthPicture> seen = new ArrayList<>();
        for (int step = 0; step <= 100; step++) {
            seen.add(passage.at(new MouthPose(Lips.SHUT, both(0.2, 0.45), step / 100.0)));
        }

        assertThat(seen)
                .extracting(MouthPicture::viseme)
                .doesNotContain(Viseme.AA)
                .contains(Viseme.OH);
        assertThat(passage.at(held(both(0.2, 0.45)))).isEqualTo(MouthPicture.of(Viseme.OH, TWO_THIRDS));
        assertThat(passage.at(held(Lips.of(Viseme.OH, 0.45)))).isEqualTo(MouthPicture.of(Viseme.OH, THIRD));
    }

    @Test
    void mouthThatHasFadedInIsOpaque() {
        assertThat(passage.at(new MouthPose(null, Lips.of(Viseme.AA), 1))).isEqualTo(AA);
        assertThat(passage.at(new MouthPose(Lips.of(Viseme.AA), null, 0))).isEqualTo(AA);
    }

    @Test
    void baseVideosOwnMouthHasNoPicture() {
        assertThatThrownBy(() -> passage.at(MouthPose.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Lips both(double aa, double oh) {
        return new Lips(List.of(new Lips.Share(Viseme.AA, aa), new Lips.Share(Viseme.OH, oh)));
    }

    private static MouthPose held(Lips lips) {
        return new MouthPose(lips, lips, 1);
    }

    /** In 1000 steps, repeats left out. */
    private List<MouthPicture> seenOnTheWay(Viseme from, Viseme to) {
        List<MouthPicture> seen = new ArrayList<>();
        for (int step = 0; step <= 1000; step++) {
            MouthPicture picture = passage.at(new MouthPose(Lips.of(from), Lips.of(to), step / 1000.0));
            if (seen.isEmpty() || !seen.getLast().equals(picture)) {
                seen.add(picture);
            }
        }
        return seen;
    }

    /** The inverse of smoothstep is 1/2 - sin(asin(1 - 2 w) / 3). */
    private static MouthPose pose(@Nullable Viseme from, @Nullable Viseme to, double weight) {
        return pose(from == null ? null : Lips.of(from), to == null ? null : Lips.of(to), weight);
    }

    private static MouthPose pose(@Nullable Lips from, @Nullable Lips to, double weight) {
        return new MouthPose(from, to, 0.5 - Math.sin(Math.asin(1 - 2 * weight) / 3));
    }

    /** One point for each; the visemes that are not named are shut. */
    private static LipShapes lips(Map<Viseme, List<Double>> moves) {
        Map<Viseme, List<List<Double>>> all = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            all.put(viseme, List.of(moves.getOrDefault(viseme, List.of(0.0, 0.0))));
        }
        return new LipShapes(LipShapes.VERSION, all);
    }
}
