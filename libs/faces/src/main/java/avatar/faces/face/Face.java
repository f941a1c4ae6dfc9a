package avatar.faces.face;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The points of a face in a picture: 468 of the mesh,of which those of the lips come from the network branch that
 * looks at the lips alone. Indices are those of MediaPipe's face mesh.
 *
 * @param mesh 468 points
 * @param confidence 0..1
 */
public record Face(List<Point> mesh, double confidence) {

    /** Outer corners of the eyes, right eye of the person first. */
    public static final int RIGHT_EYE_CORNER = 33;

    public static final int LEFT_EYE_CORNER = 263;

    /** Corners of the mouth. */
    public static final int RIGHT_MOUTH_CORNER = 61;

    public static final int LEFT_MOUTH_CORNER = 291;

    private static final int[] TO_68 = {
        // jaw
        127,
        234,
        93,
        132,
        58,
        136,
        150,
        176,
        152,
        400,
        379,
        365,
        288,
        361,
        323,
        454,
        356,
        // brows
        70,
        63,
        105,
        66,
        107,
        336,
        296,
        334,
        293,
        300,
        // nose
        168,
        197,
        5,
        4,
        98,
        97,
        2,
        326,
        327,
        // eyes
        33,
        160,
        158,
        133,
        153,
        144,
        362,
        385,
        387,
        263,
        373,
        380,
        // lips, outside
        61,
        40,
        37,
        0,
        267,
        270,
        291,
        321,
        314,
        17,
        84,
        91,
        // lips, inside
        78,
        81,
        13,
        311,
        308,
        402,
        14,
        178
    };

    public Face {
        mesh = List.copyOf(mesh);
    }

    public Point at(int index) {
        return mesh.get(index);
    }

    public List<Point> at(int... indices) {
        return IntStream.of(indices).mapToObj(mesh::get).toList();
    }

    /** The 68 points of the iBUG scheme; 48 to 67 are the lips. */
    public List<Point> landmarks68() {
        return at(TO_68);
    }

    /** Distance of the outer corners of the eyes, the unit of face coordinates, in pixels. */
    public double eyeDistance() {
        return at(RIGHT_EYE_CORNER).distanceTo(at(LEFT_EYE_CORNER));
    }

    /** The middle between the corners of the mouth. */
    public Point mouth() {
        return at(RIGHT_MOUTH_CORNER).plus(at(LEFT_MOUTH_CORNER)).times(0.5);
    }

    /** The rectangle around all points, in whole pixels; it may reach out of the picture. */
    public PixelBox box() {
        double left = mesh.stream().mapToDouble(Point::x).min().orElseThrow();
        double right = mesh.stream().mapToDouble(Point::x).max().orElseThrow();
        double top = mesh.stream().mapToDouble(Point::y).min().orElseThrow();
        double bottom = mesh.stream().mapToDouble(Point::y).max().orElseThrow();
        return new PixelBox((int) Math.floor(left), (int) Math.floor(top), (int) Math.ceil(right - left), (int)
                Math.ceil(bottom - top));
    }

    /** The angle of the line of the eyes, in radians, clockwise in the picture. */
    double roll() {
        Point line = at(LEFT_EYE_CORNER).minus(at(RIGHT_EYE_CORNER));
        return Math.atan2(line.y(), line.x());
    }

    /**
     * The input square of the mesh network: level with the eyes, its side {@code margin} times the longer side of the
     * face.
     */
    Crop crop(double margin) {
        double roll = roll();
        double cos = Math.cos(roll);
        double sin = Math.sin(roll);
        double minU = Double.MAX_VALUE;
        double maxU = -Double.MAX_VALUE;
        double minV = Double.MAX_VALUE;
        double maxV = -Double.MAX_VALUE;
        for (Point point : mesh) {
            double u = cos * point.x() + sin * point.y();
            double v = -sin * point.x() + cos * point.y();
            minU = Math.min(minU, u);
            maxU = Math.max(maxU, u);
            minV = Math.min(minV, v);
            maxV = Math.max(maxV, v);
        }
        double u = (minU + maxU) / 2;
        double v = (minV + maxV) / 2;
        Point centre = new Point(cos * u - sin * v, sin * u + cos * v);
        return new Crop(centre, Math.max(maxU - minU, maxV - minV) * margin, roll);
    }

    Face withConfidence(double other) {
        return new Face(mesh, other);
    }

    /** The face after a similarity was applied to its picture. */
    public Face carried(Similarity similarity) {
        return new Face(
                mesh.stream()
                        .map(point -> new Point(similarity.x(point.x(), point.y()), similarity.y(point.x(), point.y())))
                        .toList(),
                confidence);
    }

    /** The interpolation between two faces; {@code share} 0 is the first, 1 the second. */
    public static Face between(Face from, Face to, double share) {
        List<Point> mesh = new ArrayList<>();
        for (int i = 0; i < from.mesh.size(); i++) {
            mesh.add(from.at(i).times(1 - share).plus(to.at(i).times(share)));
        }
        return new Face(mesh, from.confidence * (1 - share) + to.confidence * share);
    }

    /** The mean of several measurements of one face. */
    static Face mean(List<Face> looks) {
        List<Point> mesh = new ArrayList<>();
        for (int i = 0; i < looks.getFirst().mesh.size(); i++) {
            Point sum = new Point(0, 0);
            for (Face look : looks) {
                sum = sum.plus(look.at(i));
            }
            mesh.add(sum.times(1.0 / looks.size()));
        }
        return new Face(
                mesh, looks.stream().mapToDouble(Face::confidence).average().orElseThrow());
    }
}
