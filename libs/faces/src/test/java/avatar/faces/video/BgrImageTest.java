package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class BgrImageTest {

    @Test
    void survivesTheWayThroughAwt() {
        BgrImage image = new BgrImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6});

        BgrImage back = BgrImage.of(image.toBufferedImage());

        assertThat(back.bgr()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(back.width()).isEqualTo(2);
    }

    @Test
    void hasBlueFirst() {
        BufferedImage blue = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        blue.setRGB(0, 0, 0xff0000ff);

        BgrImage image = BgrImage.of(blue);

        assertThat(image.bgr()).containsExactly(-1, 0, 0);
    }

    @Test
    void takesOnlyThePartThatASubimageShows() {
        BufferedImage whole = new BgrImage(2, 1, new byte[] {1, 2, 3, 4, 5, 6}).toBufferedImage();

        BgrImage image = BgrImage.of(whole.getSubimage(1, 0, 1, 1));

        assertThat(image.bgr()).containsExactly(4, 5, 6);
    }

    @Test
    void refusesBytesThatAreNotOfItsSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BgrImage(2, 2, new byte[6]))
                .withMessage("Invalid picture: found 6 bytes of 2x2 pixels, expected 12");
    }
}
