package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import org.junit.jupiter.api.Test;

class FieldTest {

    @Test
    void runsStraightBetweenTheCornersOfItsSquares() {
        PixelBox box = new PixelBox(10, 20, 33, 17);

        Field field = new Field(box, 5, place -> new Point(0.25 * place.x(), 3 - 0.5 * place.y()));

        for (double y = 20; y < 37; y += 0.7) {
            for (double x = 10; x < 43; x += 0.7) {
                assertThat(field.shiftX(x, y)).isCloseTo(0.25 * x, within(1e-4));
                assertThat(field.shiftY(x, y)).isCloseTo(3 - 0.5 * y, within(1e-4));
            }
        }
    }
}
