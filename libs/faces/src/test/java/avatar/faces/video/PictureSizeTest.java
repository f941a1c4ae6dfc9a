package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {

    @ParameterizedTest
    @CsvSource({
        "720, 576, 1.4545, 1048, 576",
        "720, 480, 0.8889, 720, 540",
        "1440, 1080, 1.3333, 1920, 1080",
        "321, 181, 1, 321, 181",
        "321, 181, 0, 321, 181",
        "321, 181, NaN, 321, 181",
        "320, 240, 250, 320, 240",
        "320, 240, 0.004, 320, 240"
    })
    void growsToSquarePixels(int width, int height, double pixelAspect, int newWidth, int newHeight) {
        PictureSize size = new PictureSize(width, height).withSquarePixels(pixelAspect);

        assertThat(size).isEqualTo(new PictureSize(newWidth, newHeight));
    }

    @ParameterizedTest
    @CsvSource({
        "3840, 2160, 1920, 1080",
        "2160, 3840, 1080, 1920",
        "4096, 2160, 1920, 1012",
        "1921, 3, 1920, 2",
        "1920, 1080, 1920, 1080",
        "1919, 1081, 1919, 1081"
    })
    void shrinksUntilTheLongerSideFits(int width, int height, int newWidth, int newHeight) {
        PictureSize size = new PictureSize(width, height).within(1920);

        assertThat(size).isEqualTo(new PictureSize(newWidth, newHeight));
    }
}
