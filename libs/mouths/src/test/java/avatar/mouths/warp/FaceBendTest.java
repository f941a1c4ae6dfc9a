package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Point;
import org.junit.jupiter.api.Test;

class FaceBendTest {

    private static final int CHIN_TIP = 152;
    private static final int NOSE_FOOT = 2;

    private static final Subject PRESENTER = Subject.presenter();
    private static final MouthWarp WARP = PRESENTER.warp();

    @Test
    void nothingIsFoldedInAnyShape() {
        assertUnfolded(PRESENTER);
    }

    @Test
    void nothingOfARealFaceIsFolded() {
        assertUnfolded(Subject.real("drv_d13.mp4", 0));
    }

    @Test
    void chinFollowsTheLowerLipAndTheNoseStaysWhereItIs() {
        FaceBend bend = WARP.bend(Viseme.AA, 1);
        double drop = WARP.target(Viseme.AA, 1).gap() * PRESENTER.face().eyeDistance();

        assertThat(shift(bend, at(CHIN_TIP)).y()).isBetween(-0.6 * drop, -0.15 * drop);
        assertThat(shift(bend, at(NOSE_FOOT)).y()).isCloseTo(0, within(0.5));
    }

    @Test
    void nothingMovesWhereTheMaskEnds() {
        PixelBox box = WARP.box();

        for (int y = box.y(); y < box.y() + box.height(); y++) {
            for (int x : new int[] {box.x(), box.x() + box.width() - 1}) {
                assertThat(shift(WARP.bend(Viseme.SIL, 1), new Point(x, y))).isEqualTo(new Point(0, 0));
            }
        }
        FaceBend bend = WARP.bend(Viseme.AA, 1);
        for (int x = box.x(); x < box.x() + box.width(); x++) {
            assertThat(shift(bend, new Point(x, box.y() + box.height() - 1.0))).isEqualTo(new Point(0, 0));
        }
    }

    private static Point at(int index) {
        return PRESENTER.face().at(index);
    }

    private static Point shift(FaceBend bend, Point picture) {
        return bend.shift(picture, PRESENTER.frame().toFace(picture));
    }

    /** The Jacobian of where pixels come from is positive wherever the picture isn't torn. */
    private static void assertUnfolded(Subject subject) {
        MouthWarp warp = subject.warp();
        for (Viseme viseme : Viseme.values()) {
            FaceBend bend = warp.bend(viseme, Opening.FULL.share());
            double least = leastJacobian(subject, bend, warp.box());
            assertThat(least).as(viseme.label()).isPositive();
        }
    }

    private static double leastJacobian(Subject subject, FaceBend bend, PixelBox box) {
        double least = Double.MAX_VALUE;
        for (int y = box.y() + 1; y < box.y() + box.height() - 1; y += 4) {
            for (int x = box.x() + 1; x < box.x() + box.width() - 1; x += 4) {
                if (!isTorn(subject, bend, x, y)) {
                    Point right = source(subject, bend, x + 1, y).minus(source(subject, bend, x - 1, y));
                    Point down = source(subject, bend, x, y + 1).minus(source(subject, bend, x, y - 1));
                    least = Math.min(least, (right.x() * down.y() - right.y() * down.x()) / 4);
                }
            }
        }
        return least;
    }

    /** Between the lips, or within a pixel of it. */
    private static boolean isTorn(Subject subject, FaceBend bend, int x, int y) {
        FaceFrame frame = subject.frame();
        Point here = frame.toFace(new Point(x, y));
        MouthInterior.Gap gap = bend.gap();
        double margin = 1.5 * gap.pixel();
        return here.x() > gap.upper().left() - margin
                && here.x() < gap.upper().right() + margin
                && here.y() > gap.upper().at(here.x()) - margin
                && here.y() < gap.lower().at(here.x()) + margin;
    }

    private static Point source(Subject subject, FaceBend bend, int x, int y) {
        Point here = new Point(x, y);
        return here.plus(bend.shift(here, subject.frame().toFace(here)));
    }
}
