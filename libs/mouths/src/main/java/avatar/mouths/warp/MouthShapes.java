package avatar.mouths.warp;

import avatar.contract.json.Json;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Point;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The table of mouth shapes: for every viseme the movement of each of the 40 points of the lips from the neutral, shut
 * mouth.
 *
 * <p>All in face coordinates: origin in the middle between the corners of the mouth, x to the right in the picture, y
 * down, unit the distance of the outer eye corners. The points are in the order of {@link Lips#INDICES}.
 */
public final class MouthShapes {

    private static final int VERSION = 1;
    private static final String RESOURCE = "/mouth-shapes.json";

    /** An opening as high as this, in eye distances, flattens the bow of the lips completely. */
    private static final double OPEN = 0.05;

    /** Lips pushed forward all the way are narrower by this share. */
    private static final double PUSHED = 0.35;

    private final Lips neutral;
    private final Map<Viseme, List<Point>> moves;

    private MouthShapes(Lips neutral, Map<Viseme, List<Point>> moves) {
        this.neutral = neutral;
        this.moves = moves;
    }

    /** The content of {@code mouth-shapes.json}. */
    private record Table(
            int version, String made, List<Integer> points, List<List<Double>> neutral, Map<String, Entry> visemes) {}

    /** @param sounds how many sounds the mean was taken of; 0 if the shape was not measured */
    private record Entry(String source, int sounds, String note, List<List<Double>> moves) {}

    /** The table that is shipped with this program. */
    public static MouthShapes standard() {
        return Standard.SHAPES;
    }

    private static final class Standard {

        static final MouthShapes SHAPES = read();

        private static MouthShapes read() {
            try (InputStream in = MouthShapes.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("%s is missing from this program".formatted(RESOURCE));
                }
                return parse(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if it lacks a viseme or a point, or has an invalid number; the message names the
     *     place
     * @throws avatar.contract.problem.AvatarException if it is invalid JSON
     */
    public static MouthShapes parse(byte[] json) {
        Table table = Json.read(json, Table.class);
        require(table.version() == VERSION, "version " + table.version() + "; this program reads " + VERSION);
        require(
                table.points().equals(Lips.INDICES),
                "the points " + table.points() + " instead of " + Lips.INDICES + " in this order");
        Lips neutral = Lips.of(points("neutral", table.neutral()));
        require(neutral.width() > 0, "a neutral mouth of width " + neutral.width());
        Map<Viseme, List<Point>> moves = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            Entry entry = table.visemes().get(viseme.label());
            if (entry == null) {
                throw new IllegalArgumentException("The mouth shapes lack the viseme " + viseme.label());
            }
            moves.put(viseme, points(viseme.label(), entry.moves()));
        }
        require(
                moves.size() == table.visemes().size(),
                "unknown visemes among " + table.visemes().keySet());
        return new MouthShapes(neutral, moves);
    }

    private static List<Point> points(String name, List<List<Double>> pairs) {
        require(pairs.size() == Lips.INDICES.size(), pairs.size() + " points of " + name + ", not 40");
        for (List<Double> pair : pairs) {
            boolean isPoint =
                    pair.size() == 2 && pair.stream().allMatch(value -> value != null && Double.isFinite(value));
            require(isPoint, pair + " instead of a point of " + name);
        }
        return pairs.stream().map(pair -> new Point(pair.get(0), pair.get(1))).toList();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The mouth shapes have " + otherwise);
        }
    }

    /** The mouth that the moves start from. */
    Lips neutral() {
        return neutral;
    }

    /** The movement of each point of the lips to the full shape. */
    List<Point> moves(Viseme viseme) {
        List<Point> found = moves.get(viseme);
        if (found == null) {
            throw new IllegalStateException("No moves for " + viseme);
        }
        return found;
    }

    /**
     * The part of the bow of a person's shut lips that a shape flattens, 0..1: nothing while they are
     * shut, most where they are pushed forward.
     */
    double bow(Viseme viseme) {
        Lips full = neutral.moved(moves(viseme), 1);
        double pushed = Math.clamp((1 - full.width() / neutral.width()) / PUSHED, 0, 1);
        return Math.clamp(full.gap() / OPEN, 0, 1) * (0.4 + 0.5 * pushed);
    }
}
