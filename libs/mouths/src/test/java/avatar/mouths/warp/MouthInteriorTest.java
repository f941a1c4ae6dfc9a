package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.faces.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class MouthInteriorTest {

    private static final double PIXEL = 0.004;
    private static final double SEAM = 0.03;

    private static final MouthColours COLOURS =
            new MouthColours(new Rgb(50, 25, 25), new Rgb(150, 80, 75), new Rgb(200, 190, 172));

    @Test
    void upperTeethStayWhereTheyAreWhileTheLipsOpen() {
        assertThat(endOfTeeth(0.08)).isCloseTo(endOfTeeth(0.2), within(2 * PIXEL));
    }

    @Test
    void teethAreNeverWhiteAndDarkerToTheSides() {
        MouthInterior interior = interior(0.2);

        double middle = interior.at(0.04, SEAM).luma();
        double side = interior.at(0.15, SEAM - 0.01).luma();

        assertThat(middle).isBetween(120.0, 200.0);
        assertThat(side).isLessThan(0.9 * middle);
    }

    @Test
    void cornersOfTheMouthAreDark() {
        assertThat(interior(0.2).at(0.215, SEAM).luma()).isLessThan(30);
    }

    @Test
    void openingCoversPixelsAsFarAsItReachesIntoThem() {
        MouthInterior.Gap slit = gap(0.5 * PIXEL);

        assertThat(slit.cover(0, SEAM + PIXEL * 0.1)).isCloseTo(0.5, within(0.05));
        assertThat(slit.cover(0, SEAM + 3 * PIXEL)).isZero();
        assertThat(gap(0.2).cover(0, SEAM)).isEqualTo(1);
        assertThat(gap(0.2).cover(0.3, SEAM)).isZero();
    }

    /** The lowest place in the middle that is as light as a tooth. */
    private static double endOfTeeth(double height) {
        MouthInterior interior = interior(height);
        double end = -1;
        for (double y = SEAM - 0.2 * height; y < SEAM + 0.8 * height; y += PIXEL / 4) {
            end = interior.at(0.045, y).luma() > 90 ? y : end;
        }
        return end;
    }

    private static MouthInterior interior(double height) {
        return new MouthInterior(new MouthShape.Inside(1, 0, 0, false), 1, SEAM, gap(height), COLOURS);
    }

    /** A fifth of the height above the seam, the rest below it; 0.44 wide. */
    private static MouthInterior.Gap gap(double height) {
        return new MouthInterior.Gap(
                new Curve(List.of(new Point(-0.22, SEAM), new Point(0, SEAM - 0.2 * height), new Point(0.22, SEAM))),
                new Curve(List.of(new Point(-0.22, SEAM), new Point(0, SEAM + 0.8 * height), new Point(0.22, SEAM))),
                PIXEL);
    }
}
