package avatar.pictures.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Light;
import avatar.pictures.avatar.MouthPatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchLightingTest {

    private static final int WIDTH = 20;
    private static final int HEIGHT = 12;
    private static final int LEFT = HEIGHT / 2 * WIDTH;
    private static final int RIGHT = LEFT + WIDTH - 1;

    private final PatchLighting lighting = new PatchLighting(WIDTH, HEIGHT);

    @Test
    void everyColourTakesTheLightOfTheFrame() {
        // Red first: so the track has it; pixels have blue first.
        byte[] lit = lighting.lit(grey(100, 255), Light.even(0.5, 1, 1.5));

        assertThat(Arrays.copyOf(lit, 4)).isEqualTo(new byte[] {(byte) 150, 100, 50, (byte) 255});
    }

    @Test
    void nothingGetsBrighterThanWhite() {
        byte[] lit = lighting.lit(grey(250, 128), Light.even(1, 1.4, 100));

        int multiplied = (250 * 128 + 127) / 255;
        assertThat(Arrays.copyOf(lit, 4)).isEqualTo(new byte[] {(byte) 128, (byte) 128, (byte) multiplied, (byte) 128});
    }

    @Test
    void rimIsLitFromItsSide() {
        Light fromTheRight = new Light(List.of(1.0, 1.0, 1.0), rim());

        byte[] lit = lighting.lit(grey(200, 64), fromTheRight);

        int multiplied = 50;
        assertThat(lit[4 * RIGHT] & 0xFF).isCloseTo((int) (multiplied * 1.2), within(1));
        assertThat(lit[4 * LEFT] & 0xFF).isCloseTo((int) (multiplied * 0.8), within(1));
    }

    @Test
    void opaquePixelsHaveTheLightOfTheFullPatch() {
        byte[] lit = lighting.lit(grey(200, 255), new Light(List.of(1.1, 1.1, 1.1), rim()));

        assertThat(lit[4 * RIGHT] & 0xFF).isEqualTo(220);
        assertThat(lit[4 * LEFT] & 0xFF).isEqualTo(220);
    }

    /** Brighter the more to the right. */
    private static List<List<Double>> rim() {
        List<List<Double>> rim = new ArrayList<>();
        for (int i = 0; i < Light.DIRECTIONS; i++) {
            double gain = 1 + 0.2 * Math.cos(2 * Math.PI * i / Light.DIRECTIONS);
            rim.add(List.of(gain, gain, gain));
        }
        return rim;
    }

    private static MouthPatch grey(int value, int alpha) {
        byte[] bgra = new byte[WIDTH * HEIGHT * 4];
        for (int i = 0; i < bgra.length; i++) {
            bgra[i] = (byte) (i % 4 == 3 ? alpha : value);
        }
        return MouthPatch.ofStraight(WIDTH, HEIGHT, bgra);
    }
}
