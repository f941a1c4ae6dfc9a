package avatar.compositor.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatchBlenderTest {

    private static final List<Double> SAME_LIGHT = List.of(1.0, 1.0, 1.0);

    @Test
    void opaquePatchCoversAsMuchAsItsStrength() {
        byte[] base = pixel(100, 100, 100);

        new PatchBlender(0.85).blend(base, patch(200, 0, 100, 255), SAME_LIGHT, 1);

        assertThat(base).isEqualTo(pixel(185, 15, 100));
    }

    @Test
    void patchCoversAsMuchAsItsAlpha() {
        byte[] base = pixel(100, 100, 100);

        // Half transparent: the colours 200, 0, 100, multiplied by a half.
        new PatchBlender(1).blend(base, patch(100, 0, 50, 128), SAME_LIGHT, 1);

        assertThat(base).isEqualTo(pixel(150, 50, 100));
    }

    @Test
    void patchThatFadesInCoversAsMuchAsItsShare() {
        byte[] base = pixel(100, 100, 100);

        new PatchBlender(0.8).blend(base, patch(200, 0, 100, 255), SAME_LIGHT, 0.25);

        assertThat(base).isEqualTo(pixel(120, 80, 100));
    }

    @Test
    void transparentPixelsAreLeftAlone() {
        byte[] base = pixel(1, 2, 3);

        new PatchBlender(1).blend(base, patch(0, 0, 0, 0), SAME_LIGHT, 1);

        assertThat(base).isEqualTo(pixel(1, 2, 3));
    }

    @Test
    void patchTakesTheLightOfTheFrame() {
        byte[] base = pixel(0, 0, 0);

        // Red first: so the track has it; pixels have blue first.
        new PatchBlender(1).blend(base, patch(100, 100, 100, 255), List.of(0.5, 1.0, 1.5), 1);

        assertThat(base).isEqualTo(pixel(150, 100, 50));
    }

    @Test
    void lightDoesNotOverflow() {
        byte[] base = pixel(255, 255, 255);

        new PatchBlender(1).blend(base, patch(250, 250, 250, 255), List.of(2.0, 100.0, 1.0), 1);

        assertThat(base).isEqualTo(pixel(250, 255, 255));
    }

    @Test
    void rejectsAStrengthBeyondOne() {
        assertThatThrownBy(() -> new PatchBlender(1.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("avatar.render.strength must be within 0..1, not 1.2");
    }

    private static byte[] pixel(int blue, int green, int red) {
        return new byte[] {(byte) blue, (byte) green, (byte) red};
    }

    private static byte[] patch(int blue, int green, int red, int alpha) {
        return new byte[] {(byte) blue, (byte) green, (byte) red, (byte) alpha};
    }
}
