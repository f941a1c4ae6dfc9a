package avatar.sadtalker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavitzkyGolayTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 13, 40})
    void leavesAParabolaAsItIsEndsIncluded(int length) {
        double[] parabola = IntStream.range(0, length)
                .mapToDouble(i -> 0.3 * i * i - 2 * i + 5)
                .toArray();

        assertThat(SavitzkyGolay.smoothed(parabola)).containsExactly(parabola, within(1e-8));
    }

    /**
     * The middle weights for a parabola through 13 points: (25 - d^2) * 3 / 143 / ... = 25/143, 24/143, 21/143 ...
     * -11/143.
     */
    @Test
    void spreadsAPeakByTheKnownWeights() {
        double[] peak = new double[31];
        peak[15] = 143;

        double[] smoothed = SavitzkyGolay.smoothed(peak);

        assertThat(smoothed[15]).isCloseTo(25, within(1e-9));
        assertThat(smoothed[16]).isCloseTo(24, within(1e-9));
        assertThat(smoothed[17]).isCloseTo(21, within(1e-9));
        assertThat(smoothed[21]).isCloseTo(-11, within(1e-9));
        assertThat(smoothed[22]).isZero();
    }
}
