package avatar.mouths.warp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.viseme.Viseme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MouthShapesTest {

    @Test
    void tableOfThisProgramHasEveryVisemeAndOpensTheMouthWidestForAa() {
        MouthShapes shapes = MouthShapes.standard();

        for (Viseme viseme : Viseme.values()) {
            assertThat(shapes.moves(viseme)).hasSize(40);
        }
        assertThat(gap(shapes, Viseme.AA))
                .isGreaterThan(gap(shapes, Viseme.EH))
                .isGreaterThan(4 * gap(shapes, Viseme.SIL));
    }

    @Test
    void roundShapesTakeMoreOfTheBowThanWideOnesAndShutOnesNone() {
        MouthShapes shapes = MouthShapes.standard();

        assertThat(shapes.bow(Viseme.OH)).isGreaterThan(shapes.bow(Viseme.EH));
        assertThat(shapes.bow(Viseme.SIL)).isZero();
    }

    @Test
    void missingVisemeIsNamed() {
        assertThatThrownBy(() -> MouthShapes.parse(changed("\"Aa\":", "\"Aaa\":")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lack the viseme Aa");
    }

    @Test
    void missingPointIsNamed() {
        assertThatThrownBy(() -> MouthShapes.parse(changed("\"neutral\": [[", "\"neutral\": [[0,0],[")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("41 points of neutral");
    }

    @Test
    void numberThatIsNoneIsNamed() {
        assertThatThrownBy(() -> MouthShapes.parse(changed("\"neutral\": [[", "\"neutral\": [[1e999,")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instead of a point of neutral");
    }

    @Test
    void otherOrderOfPointsIsRefused() {
        assertThatThrownBy(() -> MouthShapes.parse(changed("[61,185,", "[185,61,")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in this order");
    }

    @Test
    void otherJsonIsRefused() {
        byte[] other = "{\"version\": 1}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> MouthShapes.parse(other)).isInstanceOf(AvatarException.class);
    }

    private static double gap(MouthShapes shapes, Viseme viseme) {
        return shapes.neutral().moved(shapes.moves(viseme), 1).gap();
    }

    /** The table of this program, with one thing in it replaced, however it is spaced. */
    private static byte[] changed(String from, String to) throws IOException {
        try (InputStream in = MouthShapes.class.getResourceAsStream("/mouth-shapes.json")) {
            String json = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String plain = json.replaceAll("\\s+(?=[\\[\\]{},:\"\\d-])", "");
            assertThat(plain).contains(from.replace(" ", ""));
            return plain.replace(from.replace(" ", ""), to.replace(" ", "")).getBytes(StandardCharsets.UTF_8);
        }
    }
}
