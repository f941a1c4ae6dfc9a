package avatar.mouths.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LipShapeTest {

    @Test
    void shapeIsTheSameWhereverAndHoweverLargeTheMouthIs() {
        LipShape shape = OffersTest.lips(0.6, 0.1, 0);
        List<Point> elsewhere = shape.points().stream()
                .map(point -> point.times(120).plus(new Point(300, 200)))
                .toList();

        assertThat(LipShape.of(elsewhere, 120).distanceTo(shape)).isCloseTo(0, within(1e-12));
    }

    @Test
    void gapIsThatOfTheInnerLipsAtTheMiddle() {
        assertThat(OffersTest.lips(0.6, 0.1, 0).gap()).isCloseTo(0.1, within(0.002));
    }

    @Test
    void innerLineCountsDouble() {
        LipShape shape = OffersTest.lips(0.6, 0.1, 0);

        double outer = shape.distanceTo(shifted(shape, 0, 20));
        double inner = shape.distanceTo(shifted(shape, 20, 40));

        assertThat(inner * inner).isCloseTo(2 * outer * outer, within(1e-12));
    }

    private static LipShape shifted(LipShape shape, int from, int to) {
        List<Point> points = new ArrayList<>(shape.points());
        points.subList(from, to).replaceAll(point -> point.plus(new Point(0, 0.01)));
        return new LipShape(points);
    }
}
