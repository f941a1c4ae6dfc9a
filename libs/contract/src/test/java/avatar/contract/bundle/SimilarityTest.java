package avatar.contract.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SimilarityTest {

    @Test
    void inverseUndoesTheSimilarity() {
        Similarity turned = new Similarity(1.2, 0.3, 40, -7);

        double x = turned.x(100, 50);
        double y = turned.y(100, 50);

        assertThat(turned.inverse().x(x, y)).isCloseTo(100, within(1e-9));
        assertThat(turned.inverse().y(x, y)).isCloseTo(50, within(1e-9));
    }

    @Test
    void boxOfWholePixelsComesBackAsItWas() {
        PixelBox pixels = new PixelBox(517, 333, 211, 187);

        assertThat(Box.ofPixels(pixels, 1279, 719).toPixels(1279, 719)).isEqualTo(pixels);
    }
}
