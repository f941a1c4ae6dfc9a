package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinPlateTest {

    private static final List<Point> CORNERS =
            List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1), new Point(1, 1), new Point(0.5, 0.4));

    @Test
    void carriesEveryPointToItsPlace() {
        List<Point> moved =
                List.of(new Point(0, 0), new Point(1, 0.1), new Point(0, 1), new Point(0.9, 1), new Point(0.6, 0.5));

        ThinPlate plate = new ThinPlate(CORNERS, moved);

        for (int i = 0; i < CORNERS.size(); i++) {
            Point found = plate.map(CORNERS.get(i).x(), CORNERS.get(i).y());
            assertThat(found.distanceTo(moved.get(i))).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void pointsThatStayMoveNothingBetweenThem() {
        Point found = new ThinPlate(CORNERS, CORNERS).map(0.3, 0.8);

        assertThat(found.distanceTo(new Point(0.3, 0.8))).isCloseTo(0, within(1e-9));
    }
}
