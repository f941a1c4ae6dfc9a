package avatar.setup.shapes;

import avatar.contract.json.Json;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Point;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The shape of every viseme.
 *
 * @param made how the table was made, for readers
 * @param neutral lips at rest, shut
 */
record ShapeTable(String made, LipContour neutral, Map<Viseme, Entry> entries) {

    private static final int VERSION = 1;

    /** Digits: a hundred thousandth of the distance of the eyes is far below measurement error. */
    private static final double DIGITS = 1e5;

    /** The source of a shape. */
    enum Source {
        MEASURED,
        LITERATURE
    }

    /**
     * A viseme's shape.
     *
     * @param sounds number of measured sounds
     * @param note for the reader of the table
     * @param moves from the neutral lips
     */
    record Entry(Source source, int sounds, String note, LipContour moves) {}

    ShapeTable {
        entries = Map.copyOf(entries);
        for (Viseme viseme : Viseme.values()) {
            if (!entries.containsKey(viseme)) {
                throw new IllegalArgumentException("No shape for " + viseme.label());
            }
        }
    }

    /** The JSON of {@code mouth-shapes.json}: a viseme on each line. */
    String json() {
        List<String> visemes = new ArrayList<>();
        Map<Viseme, Entry> ordered = new EnumMap<>(entries);
        ordered.forEach((viseme, entry) -> visemes.add("%s:%s".formatted(text(viseme.label()), line(entry))));
        return """
                {"version":%d,
                "made":%s,
                "points":%s,
                "neutral":%s,
                "visemes":{
                %s
                }}
                """.formatted(
                        VERSION, text(made), text(LipContour.MESH), text(pairs(neutral)), String.join(",\n", visemes));
    }

    private static String line(Entry entry) {
        String source = entry.source == Source.MEASURED ? "measured" : "literature";
        return "{\"source\":%s,\"sounds\":%d,\"note\":%s,\"moves\":%s}"
                .formatted(text(source), entry.sounds, text(entry.note), text(pairs(entry.moves)));
    }

    private static List<double[]> pairs(LipContour contour) {
        return contour.points().stream().map(ShapeTable::pair).toList();
    }

    private static double[] pair(Point point) {
        // Adding 0.0 makes 0 of -0.
        return new double[] {
            Math.round(point.x() * DIGITS) / DIGITS + 0.0, Math.round(point.y() * DIGITS) / DIGITS + 0.0
        };
    }

    private static String text(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Can't be written as JSON: " + value, e);
        }
    }
}
