package avatar.faces.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopPlannerTest {

    private static final double FPS = 30;

    @Test
    void takesAClipThatLoopsByItselfAsItIs() {
        LoopPlan plan = plan(LoopMode.CROSSFADE, Swaying.of(60, 60, 0.1));

        assertThat(plan.mode()).isEqualTo(LoopMode.CUT);
        assertThat(plan.frames()).isEqualTo(plain(IntStream.range(0, 60)));
    }

    @Test
    void takesNoClipAsItIsWhoseHeadWouldBounce() {
        LoopPlan plan = plan(LoopMode.CROSSFADE, Swaying.of(90, 60, 0));

        assertThat(plan.mode()).isEqualTo(LoopMode.CROSSFADE);
    }

    @Test
    void goesOnWhereTheHeadIsInTheSamePlaceAndMovesTheSameWay() {
        LoopPlan plan = plan(LoopMode.CROSSFADE, Swaying.of(150, 60, 0));

        assertThat(plan.mode()).isEqualTo(LoopMode.CROSSFADE);
        assertThat(plan.frames().size()).isCloseTo(120, within(6));
    }

    @Test
    void turnsTheEndIntoWhatLeadsToTheBeginning() {
        LoopPlan plan = plan(LoopMode.CROSSFADE, Swaying.of(150, 60, 0));

        int seam = plan.seamFrames();
        List<LoopFrame> mixed =
                plan.frames().subList(plan.frames().size() - seam, plan.frames().size());
        assertThat(seam).isBetween(9, 18);
        assertThat(mixed).extracting(LoopFrame::source).last().isEqualTo(plan.out() - 1);
        assertThat(mixed)
                .extracting(LoopFrame::other)
                .containsExactlyElementsOf(
                        IntStream.range(plan.in() - seam, plan.in()).boxed().toList());
        assertThat(mixed).extracting(LoopFrame::mix).isSorted().allMatch(mix -> mix > 0 && mix < 1);
    }

    @Test
    void losesNoMoreThanTwoFifthsOfAShortClip() {
        LoopPlan plan = plan(LoopMode.CROSSFADE, Swaying.of(80, 20, 0));

        assertThat(plan.frames()).hasSizeGreaterThanOrEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 75, 147, 149})
    void showsThePictureThatMustBeThereAsItIs(int picture) {
        Swaying swaying = Swaying.of(150, 60, 0);

        LoopPlan plan =
                LoopPlanner.plan(LoopMode.CROSSFADE, swaying.features(), swaying.head(), OptionalInt.of(picture), FPS);

        assertThat(plan.mode()).isEqualTo(LoopMode.CROSSFADE);
        assertThat(plan.indexOf(picture)).isPresent();
    }

    @Test
    void goesToAndFroIfTheClipIsTooShortForASeam() {
        LoopPlan plan = plan(LoopMode.CROSSFADE, Swaying.of(6, 60, 0));

        assertThat(plan.mode()).isEqualTo(LoopMode.PINGPONG);
        assertThat(plan.reason()).isEqualTo("6 pictures are too few for a dissolve");
    }

    @Test
    void goesToAndFroWithoutShowingThePicturesAtTheEndsTwice() {
        LoopPlan plan = plan(LoopMode.PINGPONG, Swaying.of(5, 60, 0));

        assertThat(plan.frames()).isEqualTo(plain(IntStream.of(0, 1, 2, 3, 4, 3, 2, 1)));
    }

    @Test
    void cutsWhereTheClipEnds() {
        LoopPlan plan = plan(LoopMode.CUT, Swaying.of(5, 60, 0));

        assertThat(plan.frames()).isEqualTo(plain(IntStream.range(0, 5)));
    }

    @Test
    void refusesATrackOfAnotherClip() {
        HeadPath other = Swaying.of(4, 60, 0).head();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopPlanner.plan(
                        LoopMode.CUT, Swaying.of(5, 60, 0).features(), other, OptionalInt.empty(), FPS))
                .withMessage("Expected the head in every picture: found 4 heads, 5 pictures");
    }

    private static LoopPlan plan(LoopMode mode, Swaying swaying) {
        return LoopPlanner.plan(mode, swaying.features(), swaying.head(), OptionalInt.empty(), FPS);
    }

    private static List<LoopFrame> plain(IntStream sources) {
        return sources.mapToObj(LoopFrame::plain).toList();
    }
}
