package avatar.faces.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothingTest {

    @Test
    void parabolaPassesUnchangedToItsVeryEnds() {
        double[] parabola =
                IntStream.range(0, 20).mapToDouble(t -> 3 - 2 * t + 0.5 * t * t).toArray();

        double[] smooth = Smoothing.savitzkyGolay(parabola, 7);

        assertThat(smooth).containsExactly(parabola, within(1e-9));
    }

    @Test
    void tremblingIsTakenOutWithoutLag() {
        double[] trembling = IntStream.range(0, 60)
                .mapToDouble(t -> t + (t % 2 == 0 ? 0.5 : -0.5))
                .toArray();

        double[] smooth = Smoothing.savitzkyGolay(trembling, 13);

        for (int t = 6; t < 54; t++) {
            assertThat(smooth[t]).isCloseTo(t, within(0.1));
        }
    }

    @Test
    void clipShorterThanTheWindowIsLeftAsItIs() {
        assertThat(Smoothing.savitzkyGolay(new double[] {1, 5, 2}, 7)).containsExactly(1, 5, 2);
    }

    @Test
    void gaussianKeepsALevelToItsEnds() {
        assertThat(Smoothing.gaussian(new double[] {4, 4, 4, 4, 4}, 2.5)).containsOnly(new double[] {4}, within(1e-12));
    }
}
