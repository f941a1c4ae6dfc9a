package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.faces.clips.Clips;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PictureWarpTest {

    private static final BgrImage PICTURE = Clips.presenter().getFirst();
    private static final PictureWarp WARP = new PictureWarp(PICTURE);

    @AfterAll
    static void close() {
        WARP.close();
    }

    @Test
    void pictureThatIsNotMovedIsThePicture() {
        assertThat(Pictures.psnr(moved(0, 0), PICTURE)).isGreaterThan(50);
    }

    @Test
    void coloursComeFromThePlaceThatIsNamed() {
        BgrImage bent = moved(12, -5);

        BgrImage expected = inner(PICTURE, 12, -5);
        assertThat(Pictures.psnr(inner(bent, 0, 0), expected)).isGreaterThan(50);
    }

    @Test
    void pictureIsMuchAsSharpWhereverItsPixelsComeToLie() {
        double still = sharpness(moved(0, 0));

        assertThat(sharpness(moved(0.25, 0.25))).isBetween(0.65 * still, 1.1 * still);
        assertThat(sharpness(moved(0.5, 0.5))).isBetween(0.65 * still, 1.1 * still);
    }

    @Test
    void beyondTheEdgeTheEdgeGoesOn() {
        BgrImage bent = moved(-3000, 0);

        assertThat(bent.bgr()[0]).isEqualTo(bent.bgr()[3 * (PICTURE.width() - 1)]);
    }

    private static BgrImage moved(double x, double y) {
        int cells = PictureWarp.cells(PICTURE.width()) * PictureWarp.cells(PICTURE.height());
        float[] moveX = new float[cells];
        float[] moveY = new float[cells];
        Arrays.fill(moveX, (float) x);
        Arrays.fill(moveY, (float) y);
        return WARP.by(moveX, moveY);
    }

    /** Without 20 pixels at the edges, cut out so far to the right and down. */
    private static BgrImage inner(BgrImage picture, int right, int down) {
        int width = picture.width() - 40;
        int height = picture.height() - 40;
        byte[] bgr = new byte[width * height * 3];
        for (int row = 0; row < height; row++) {
            int from = ((row + 20 + down) * picture.width() + 20 + right) * 3;
            System.arraycopy(picture.bgr(), from, bgr, row * width * 3, width * 3);
        }
        return new BgrImage(width, height, bgr);
    }

    /** Mean square of the Laplacian of green. */
    private static double sharpness(BgrImage picture) {
        byte[] bgr = picture.bgr();
        int row = 3 * picture.width();
        double sum = 0;
        for (int y = 20; y < picture.height() - 20; y++) {
            for (int x = 20; x < picture.width() - 20; x++) {
                int at = y * row + 3 * x + 1;
                double laplacian = 4 * (bgr[at] & 0xFF)
                        - (bgr[at - 3] & 0xFF)
                        - (bgr[at + 3] & 0xFF)
                        - (bgr[at - row] & 0xFF)
                        - (bgr[at + row] & 0xFF);
                sum += laplacian * laplacian;
            }
        }
        return sum;
    }
}
