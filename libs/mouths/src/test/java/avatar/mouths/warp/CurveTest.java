package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve = new Curve(List.of(new Point(0, 0), new Point(1, 2), new Point(2, 2), new Point(4, 0)));

    @Test
    void runsThroughItsPointsAndLevelBeyondThem() {
        assertThat(curve.at(1)).isCloseTo(2, within(1e-12));
        assertThat(curve.at(4)).isCloseTo(0, within(1e-12));
        assertThat(curve.at(-3)).isEqualTo(0);
    }

    @Test
    void neverOvershootsItsPoints() {
        for (double x = 0; x <= 4; x += 0.01) {
            assertThat(curve.at(x)).isBetween(-1e-9, 2 + 1e-9);
        }
    }
}
