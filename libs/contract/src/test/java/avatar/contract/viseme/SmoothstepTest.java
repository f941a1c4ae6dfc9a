package avatar.contract.viseme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothstepTest {

    @Test
    void startsAndEndsWithoutSpeed() {
        assertThat(Smoothstep.of(0)).isZero();
        assertThat(Smoothstep.of(0.5)).isEqualTo(0.5);
        assertThat(Smoothstep.of(1)).isEqualTo(1);
        assertThat(Smoothstep.of(0.001)).isLessThan(0.00001);
        assertThat(Smoothstep.of(0.999)).isGreaterThan(0.99999);
    }

    @Test
    void staysAtItsEndsBeyondThem() {
        assertThat(Smoothstep.of(-3)).isZero();
        assertThat(Smoothstep.of(7)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1 / 6.0, 0.5, 0.73, 5 / 6.0, 1})
    void inverseFindsTheTimeOfAValue(double value) {
        assertThat(Smoothstep.of(Smoothstep.inverse(value))).isCloseTo(value, within(1e-12));
    }
}
