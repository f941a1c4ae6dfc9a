package avatar.sadtalker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalingTest {

    @ParameterizedTest
    @EnumSource
    void keepsARampARamp(Scaling scaling) {
        Picture scaled = scaling.scaled(ramp(40, 30), 80, 45);

        for (int y = 5; y < 40; y++) {
            for (int x = 8; x < 72; x++) {
                assertThat(scaled.at(1, x, y)).isCloseTo((float) ((x + 0.5) / 80), within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsAPictureOfTheSameSizeAsItIs(Scaling scaling) {
        Picture picture = ramp(13, 7);

        assertThat(scaling.scaled(picture, 13, 7).planes()).containsExactly(picture.planes(), within(1e-6f));
    }

    @Test
    void turnsFineStripesGreyWhenTheyGetSmaller() {
        float[] planes = new float[3 * 64 * 4];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = i % 2;
        }

        Picture scaled = Scaling.LINEAR.scaled(new Picture(64, 4, planes), 16, 4);

        assertThat(scaled.at(0, 8, 2)).isCloseTo(0.5f, within(0.01f));
    }

    @Test
    void partBeyondTheEdgeIsBlack() {
        Picture part = ramp(10, 10).part(8, -1, 4, 3);

        assertThat(part.at(0, 0, 0)).isZero();
        assertThat(part.at(0, 0, 1)).isCloseTo(0.85f, within(1e-6f));
        assertThat(part.at(0, 1, 2)).isCloseTo(0.95f, within(1e-6f));
        assertThat(part.at(0, 2, 2)).isZero();
    }

    private static Picture ramp(int width, int height) {
        float[] planes = new float[3 * width * height];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = (float) ((i % width + 0.5) / width);
        }
        return new Picture(width, height, planes);
    }
}
