package avatar.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void countsOnlyWhatGrewAfterTheWarmUp() {
        Growth growth = new Growth();
        for (int minute = 0; minute <= 10; minute++) {
            growth.add(minute, minute < 5 ? 100.0 * minute : 500 + 2.0 * (minute - 5));
        }

        assertThat(growth.perMinute(5)).isCloseTo(2, within(1e-9));
        assertThat(growth.perMinute(0)).isGreaterThan(40);
        assertThat(growth.first()).isZero();
        assertThat(growth.last()).isEqualTo(510);
    }

    @Test
    void isNothingWithoutTwoSamples() {
        Growth growth = new Growth();
        growth.add(1, 100);

        assertThat(growth.perMinute(0)).isZero();
        assertThat(growth.perMinute(5)).isZero();
    }
}
