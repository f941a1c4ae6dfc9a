package avatar.setup.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LipContourTest {

    @Test
    void lipsThatAreSymmetricalStaySo() {
        LipContour lips = Contours.shut();

        assertThat(lips.symmetrical().minus(lips).size()).isCloseTo(0, within(1e-12));
    }

    @Test
    void aMoveOfOneSideIsSharedByBoth() {
        LipContour crooked = Contours.shut().plus(Contours.moving(LipContour.LEFT_CORNER, new Point(0.02, 0.04)));

        LipContour even = crooked.symmetrical().minus(Contours.shut());

        assertThat(even.points().get(LipContour.LEFT_CORNER).x()).isCloseTo(0.01, within(1e-12));
        assertThat(even.points().get(LipContour.LEFT_CORNER).y()).isCloseTo(0.02, within(1e-12));
        assertThat(even.points().get(LipContour.RIGHT_CORNER).x()).isCloseTo(-0.01, within(1e-12));
        assertThat(even.points().get(LipContour.RIGHT_CORNER).y()).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void eachLineIsMirroredOnItself() {
        for (int index : new int[] {3, 12, 22, 33}) {
            LipContour moved = Contours.shut().plus(Contours.moving(index, new Point(0, 0.1)));

            assertThat(moved.symmetrical().points().get(index).y()
                            - Contours.shut().points().get(index).y())
                    .as("point %d", index)
                    .isCloseTo(0.05, within(1e-12));
        }
    }

    @Test
    void innerLinesThatCrossMeetHalfway() {
        LipContour crossed = Contours.shut().plus(Contours.moving(LipContour.UPPER_INNER_MIDDLE, new Point(0, 0.02)));

        LipContour lips = crossed.uncrossed();

        assertThat(lips.opening()).isZero();
        assertThat(lips.points().get(LipContour.LOWER_INNER_MIDDLE).y()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void openLipsStayOpenUnlessTheyAreShut() {
        LipContour open = Contours.shut().plus(Contours.moving(LipContour.LOWER_INNER_MIDDLE, new Point(0, 0.1)));

        assertThat(open.uncrossed()).isEqualTo(open);
        assertThat(open.shut().opening()).isZero();
    }

    @Test
    void coordinatesMakeTheSameLips() {
        LipContour lips = Contours.shut();

        assertThat(LipContour.of(lips.coordinates())).isEqualTo(lips);
    }

    @Test
    void lipsHaveFortyPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LipContour(List.of(new Point(0, 0))))
                .withMessageContaining("40");
    }
}
