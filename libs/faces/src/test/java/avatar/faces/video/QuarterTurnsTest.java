package avatar.faces.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuarterTurnsTest {

    /** The picture is 2x2: a b over c d. */
    @ParameterizedTest
    @CsvSource({"0, abcd", "-90, cadb", "90, bdac", "180, dcba", "-180, dcba", "1.5, abcd", "NaN, abcd"})
    void turnsPicturesUprightAgainstTheAngleOfTheFile(double counterclockwiseDegrees, String expected) {
        QuarterTurns turns = QuarterTurns.ofCounterclockwiseDegrees(counterclockwiseDegrees);

        BgrImage turned = turns.turn(letters(2, 2, "abcd"));

        assertThat(lettersOf(turned)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-90, 1, 3", "90, 1, 3", "180, 3, 1"})
    void swapsTheSidesWithEveryQuarter(double counterclockwiseDegrees, int width, int height) {
        BgrImage turned =
                QuarterTurns.ofCounterclockwiseDegrees(counterclockwiseDegrees).turn(letters(3, 1, "abc"));

        assertThat(turned.width()).isEqualTo(width);
        assertThat(turned.height()).isEqualTo(height);
    }

    private static BgrImage letters(int width, int height, String letters) {
        byte[] bgr = new byte[width * height * BgrImage.BYTES_PER_PIXEL];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) letters.charAt(i / BgrImage.BYTES_PER_PIXEL);
        }
        return new BgrImage(width, height, bgr);
    }

    private static String lettersOf(BgrImage image) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < image.bgr().length; i += BgrImage.BYTES_PER_PIXEL) {
            letters.append((char) image.bgr()[i]);
        }
        return letters.toString();
    }
}
