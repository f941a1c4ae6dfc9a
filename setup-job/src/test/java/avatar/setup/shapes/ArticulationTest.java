package avatar.setup.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.problem.AvatarException;
import avatar.contract.viseme.Viseme;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticulationTest {

    private static final List<Sound> BE = List.of(
            new Sound(0, 1, "SIL"), new Sound(1, 1.2, "B"), new Sound(1.2, 1.6, "IY"), new Sound(1.6, 2, "SIL"));

    @Test
    void theMiddleOfALongSoundHasItsShape() {
        double[] weights = Articulation.weights(BE, 1.4);

        assertThat(weights[place(Viseme.IY)]).isCloseTo(1, within(0.01));
    }

    @Test
    void twoSoundsShareTheMomentBetweenThem() {
        double[] weights = Articulation.weights(BE, 1.2);

        assertThat(weights[place(Viseme.M)]).isCloseTo(0.5, within(0.01));
        assertThat(weights[place(Viseme.IY)]).isCloseTo(0.5, within(0.01));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(0.01));
    }

    @Test
    void inSilenceTheMouthIsAtRest() {
        assertThat(Arrays.stream(Articulation.weights(BE, 0.5)).sum()).isCloseTo(0, within(1e-6));
    }

    @Test
    void theOoOfBlueIsNoMeasureOfW() {
        List<Sound> two = List.of(new Sound(0, 1, "UW"));

        assertThat(Articulation.count(Viseme.W, two)).isZero();
        assertThat(Articulation.weights(two, 0.5)[place(Viseme.W)]).isZero();
        assertThat(Articulation.places().getLast()).isEqualTo(Viseme.W);
    }

    @Test
    void soundsTheInventoryLacksBorrowAShape() {
        assertThat(Articulation.count(Viseme.EH, List.of(new Sound(0, 1, "EY"), new Sound(1, 2, "AE"))))
                .isEqualTo(2);
    }

    @Test
    void aSoundThatIsNoneIsRefused() {
        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> Articulation.weights(List.of(new Sound(0, 1, "QQ")), 0.5))
                .withMessageContaining("'QQ'");
    }

    private static int place(Viseme viseme) {
        return Articulation.VISEMES.indexOf(viseme);
    }
}
