package avatar.setup.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.json.Json;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Point;
import avatar.faces.video.Pictures;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table as it is shipped. */
class ShippedMouthShapesTest {

    private static final Path LABELS =
            Path.of(System.getProperty("avatar.root", ".."), "setup-job", "tools", "mouth-shapes");

    private static final int LOWER_OUTER_MIDDLE = 15;

    private final JsonNode table = shipped();

    @TempDir
    private Path folder;

    @Test
    void everyVisemeHasAShapeOfFortyFinitePoints() {
        assertThat(table.get("version").asInt()).isEqualTo(1);
        assertThat(table.get("visemes").properties())
                .extracting(entry -> entry.getKey())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Viseme.values()).map(Viseme::label).toList());
        assertThat(table.get("points")).extracting(JsonNode::asInt).containsExactlyElementsOf(LipContour.MESH);
        for (Viseme viseme : Viseme.values()) {
            assertThat(moves(viseme).coordinates())
                    .as(viseme.label())
                    .hasSize(80)
                    .doesNotContain(Double.NaN);
            assertThat(table.at("/visemes/" + viseme.label() + "/source").asText())
                    .isIn("measured", "literature");
        }
    }

    @Test
    void shapesAreTheSameLeftAndRight() {
        for (Viseme viseme : Viseme.values()) {
            assertThat(moves(viseme).symmetrical().minus(moves(viseme)).size())
                    .as(viseme.label())
                    .isLessThan(1e-4);
        }
    }

    @Test
    void linesOfLipsNeverCross() {
        for (Viseme viseme : Viseme.values()) {
            List<Point> points = lips(viseme).points();
            for (int i = 1; i < 10; i++) {
                assertThat(points.get(30 + i).y() - points.get(20 + i).y())
                        .as("opening of %s at %d", viseme.label(), i)
                        .isGreaterThan(-1e-4);
            }
        }
    }

    @Test
    void shapesDifferAsTheSoundsDo() {
        assertThat(lips(Viseme.M).opening()).isZero();
        assertThat(moves(Viseme.SIL).size()).isZero();
        assertThat(opening(Viseme.AA)).isGreaterThan(opening(Viseme.EH)).isGreaterThan(2 * opening(Viseme.IH));
        assertThat(opening(Viseme.EH)).isGreaterThan(opening(Viseme.IY)).isGreaterThan(opening(Viseme.S));
        assertThat(opening(Viseme.W)).isBetween(0.01, 0.04);
        assertThat(lips(Viseme.W).width()).isLessThan(0.85 * lips(Viseme.IY).width());
        assertThat(lips(Viseme.OH).width()).isLessThan(0.9 * lips(Viseme.SIL).width());
        assertThat(moves(Viseme.F).points().get(LOWER_OUTER_MIDDLE).y()).isLessThan(-0.01);
    }

    @Test
    void theGridClipsGiveTheShippedTable() throws IOException {
        Path clips = Pictures.realVideo("../grid/bbaf2n.mpg").resolveSibling(".");
        Path output = folder.resolve("mouth-shapes.json");

        new ShapeMeasuring(sentence -> {}).write(clips, LABELS, output);

        JsonNode again = Json.mapper().readTree(Files.readString(output));
        for (Viseme viseme : Viseme.values()) {
            String at = "/visemes/" + viseme.label() + "/moves";
            assertThat(contour(again.at(at)).minus(contour(table.at(at))).size())
                    .as(viseme.label())
                    .isCloseTo(0, within(0.004));
        }
    }

    private double opening(Viseme viseme) {
        return lips(viseme).opening();
    }

    private LipContour lips(Viseme viseme) {
        return contour(table.get("neutral")).plus(moves(viseme));
    }

    private LipContour moves(Viseme viseme) {
        return contour(table.at("/visemes/" + viseme.label() + "/moves"));
    }

    private static LipContour contour(JsonNode pairs) {
        List<Point> points = new ArrayList<>();
        pairs.forEach(
                pair -> points.add(new Point(pair.get(0).asDouble(), pair.get(1).asDouble())));
        return new LipContour(points);
    }

    private static JsonNode shipped() {
        try (InputStream in = ShippedMouthShapesTest.class.getResourceAsStream("/mouth-shapes.json")) {
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
