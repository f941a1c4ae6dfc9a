package avatar.faces.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarityFitTest {

    private static final List<Point> POINTS =
            List.of(new Point(0, 0), new Point(10, 0), new Point(3, 8), new Point(-4, 5));

    @Test
    void findsTheTurnTheScaleAndTheShift() {
        Similarity moved = new Similarity(1.1 * Math.cos(0.2), 1.1 * Math.sin(0.2), 30, -12);

        Similarity found = SimilarityFit.fit(POINTS, carried(POINTS, moved));

        assertThat(found.scale()).isCloseTo(1.1, within(1e-12));
        assertThat(found.a()).isCloseTo(moved.a(), within(1e-12));
        assertThat(found.b()).isCloseTo(moved.b(), within(1e-12));
        assertThat(found.tx()).isCloseTo(30, within(1e-9));
        assertThat(found.ty()).isCloseTo(-12, within(1e-9));
    }

    @Test
    void chainIsOneAfterTheOther() {
        Similarity first = new Similarity(0.9, 0.1, 5, 6);
        Similarity second = new Similarity(1.2, -0.3, -7, 2);

        Similarity chain = first.then(second);

        double x = first.x(3, 4);
        double y = first.y(3, 4);
        assertThat(chain.x(3, 4)).isCloseTo(second.x(x, y), within(1e-12));
        assertThat(chain.y(3, 4)).isCloseTo(second.y(x, y), within(1e-12));
    }

    private static List<Point> carried(List<Point> points, Similarity by) {
        return points.stream()
                .map(point -> new Point(by.x(point.x(), point.y()), by.y(point.x(), point.y())))
                .toList();
    }
}
