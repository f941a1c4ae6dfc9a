package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LipSeamTest {

    private static final int SIDE = 200;
    private static final FaceFrame FRAME = new FaceFrame(new Point(100, 100), 1, 0, 100);

    private final Lips lips = MouthShapes.standard().neutral();

    @Test
    void innerLinesOfShutLipsMoveToTheDarkLineBesideThem() {
        double atRest = lips.innerUpper().get(5).y();

        Lips found = LipSeam.found(lips, new Sampler(darkBelow(0.02)), FRAME);

        assertThat(found.innerUpper().get(5).y()).isCloseTo(atRest + 0.02, within(0.006));
        assertThat(found.gap()).isCloseTo(lips.gap(), within(1e-9));
        assertThat(found.innerUpper().getFirst()).isEqualTo(lips.innerUpper().getFirst());
        assertThat(found.outerLower()).isEqualTo(lips.outerLower());
    }

    @Test
    void evenLipsStayAsTheyAre() {
        byte[] grey = new byte[SIDE * SIDE * 3];
        Arrays.fill(grey, (byte) 120);

        Lips found = LipSeam.found(lips, new Sampler(new BgrImage(SIDE, SIDE, grey)), FRAME);

        assertThat(found.innerUpper().get(5).y())
                .isCloseTo(lips.innerUpper().get(5).y(), within(0.001));
    }

    @Test
    void openLipsKeepClearOfTheTeeth() {
        List<Point> moves = MouthShapes.standard().moves(avatar.contract.viseme.Viseme.AA);
        Lips open = lips.moved(moves, 1);

        Lips found = LipSeam.found(open, new Sampler(darkBelow(0)), FRAME);

        assertThat(found.gap()).isBetween(1.05 * open.gap(), 1.3 * open.gap());
    }

    /** Lips with a dark line two pixels wide that far below the inner line. */
    private BgrImage darkBelow(double down) {
        Curve line = new Curve(lips.innerUpper());
        byte[] bgr = new byte[SIDE * SIDE * 3];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                Point here = FRAME.toFace(new Point(x + 0.5, y + 0.5));
                double away = Math.abs(here.y() - line.at(here.x()) - down);
                Arrays.fill(bgr, (y * SIDE + x) * 3, (y * SIDE + x + 1) * 3, (byte) (away < 0.01 ? 50 : 120));
            }
        }
        return new BgrImage(SIDE, SIDE, bgr);
    }
}
