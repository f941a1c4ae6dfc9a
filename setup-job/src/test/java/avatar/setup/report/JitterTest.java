package avatar.setup.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class JitterTest {

    @Test
    void noiseIsMeasuredAsItsStandardDeviation() {
        Random random = new Random(1);

        double percent = Jitter.percent(
                points(2000, i -> new Point(random.nextGaussian() * 0.4, random.nextGaussian() * 0.4)), 100);

        assertThat(percent).isCloseTo(0.4, within(0.06));
    }

    @Test
    void evenMovementIsNoJitter() {
        assertThat(Jitter.percent(points(50, i -> new Point(3.5 * i, -i)), 100)).isCloseTo(0, within(1e-9));
    }

    @Test
    void whereTheHeadJerksDoesNotCount() {
        List<Point> still = points(40, i -> new Point(0, 0));
        List<Point> jerks = new ArrayList<>(still);
        for (int i = 10; i < 19; i++) {
            jerks.set(i, new Point(20 * (i % 3), 0));
        }

        assertThat(Jitter.percent(jerks, 100)).isZero();
    }

    private static List<Point> points(int count, IntFunction<Point> place) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(place.apply(i));
        }
        return points;
    }
}
