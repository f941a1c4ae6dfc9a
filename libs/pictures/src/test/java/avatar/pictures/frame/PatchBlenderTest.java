package avatar.pictures.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.PixelBox;
import org.junit.jupiter.api.Test;

class PatchBlenderTest {

    private static final PixelBox PIXEL = new PixelBox(0, 0, 1, 1);

    @Test
    void opaquePatchCoversAsMuchAsItsStrength() {
        byte[] base = pixel(100, 100, 100);

        new PatchBlender(0.85).blend(base, 1, PIXEL, patch(200, 0, 100, 255), 1);

        assertThat(base).isEqualTo(pixel(185, 15, 100));
    }

    @Test
    void patchCoversAsMuchAsItsAlpha() {
        byte[] base = pixel(100, 100, 100);

        // Half transparent: the colours 200, 0, 100, multiplied by a half.
        new PatchBlender(1).blend(base, 1, PIXEL, patch(100, 0, 50, 128), 1);

        assertThat(base).isEqualTo(pixel(150, 50, 100));
    }

    @Test
    void patchThatFadesInCoversAsMuchAsItsShare() {
        byte[] base = pixel(100, 100, 100);

        new PatchBlender(0.8).blend(base, 1, PIXEL, patch(200, 0, 100, 255), 0.25);

        assertThat(base).isEqualTo(pixel(120, 80, 100));
    }

    @Test
    void transparentPixelsAreLeftAlone() {
        byte[] base = pixel(1, 2, 3);

        new PatchBlender(1).blend(base, 1, PIXEL, patch(0, 0, 0, 0), 1);

        assertThat(base).isEqualTo(pixel(1, 2, 3));
    }

    @Test
    void patchChangesOnlyItsBox() {
        byte[] base = new byte[3 * 2 * 3];

        new PatchBlender(1).blend(base, 3, new PixelBox(1, 1, 1, 1), patch(1, 2, 3, 255), 1);

        assertThat(base).startsWith(new byte[12]).endsWith(1, 2, 3, 0, 0, 0);
    }

    @Test
    void rejectsAStrengthBeyondOne() {
        assertThatThrownBy(() -> new PatchBlender(1.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid strength: expected 0..1, found 1.2");
    }

    private static byte[] pixel(int blue, int green, int red) {
        return new byte[] {(byte) blue, (byte) green, (byte) red};
    }

    private static byte[] patch(int blue, int green, int red, int alpha) {
        return new byte[] {(byte) blue, (byte) green, (byte) red, (byte) alpha};
    }
}
