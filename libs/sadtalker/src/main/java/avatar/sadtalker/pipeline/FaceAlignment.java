package avatar.sadtalker.pipeline;

import java.util.List;

/**
 * The scaling and shift that bring a face in a square picture to its place in the 224x224 input of the face model, as
 * in training.
 *
 * @param scale of the picture
 * @param middle place of the model's origin in the picture, y from the bottom
 */
record FaceAlignment(double scale, Place middle, int side) {

    static final int TARGET = 224;

    /** Size of the model's unit in the target, in pixels. */
    private static final double UNIT = 102;

    /** Eyes, tip of the nose and corners of the mouth of the model's mean face. */
    private static final double[][] STANDARD = {
        {-0.3114865720272064, 0.29036077857017517, 0.13377952575683594},
        {0.30979886651039124, 0.289720356464386, 0.1317952573299408},
        {0.003253498813137412, -0.04617932438850403, 0.5524424314498901},
        {-0.25216928124427795, -0.3813391625881195, 0.22405731678009033},
        {0.24846619367599487, -0.38128235936164856, 0.22235769033432007}
    };

    /**
     * Finds the alignment: the scaled orthographic view of the mean face that comes nearest to the five points, by
     * least squares.
     *
     * @param side of the picture, which is square
     */
    static FaceAlignment of(Landmarks face, int side) {
        List<Place> five = flipped(face, side).five();
        double[] right = view(five.stream().mapToDouble(Place::x).toArray());
        double[] up = view(five.stream().mapToDouble(Place::y).toArray());
        double size = (length(right) + length(up)) / 2;
        return new FaceAlignment(UNIT / size, new Place(right[3], up[3]), side);
    }

    private static Landmarks flipped(Landmarks face, int side) {
        return face.map(point -> new Place(point.x(), side - 1 - point.y()));
    }

    private static double length(double[] row) {
        return Math.sqrt(row[0] * row[0] + row[1] * row[1] + row[2] * row[2]);
    }

    /** The row of a projection and its shift that fit the model's points to these numbers best. */
    private static double[] view(double[] seen) {
        double[][] equations = new double[4][5];
        for (int point = 0; point < seen.length; point++) {
            double[] known = {STANDARD[point][0], STANDARD[point][1], STANDARD[point][2], 1, seen[point]};
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 5; column++) {
                    equations[row][column] += known[row] * known[column];
                }
            }
        }
        return LinearEquations.solve(equations);
    }

    private int scaledSide() {
        return (int) (side * scale);
    }

    /** The landmarks in the target, y from the bottom. */
    Landmarks aligned(Landmarks face) {
        double margin = scaledSide() / 2.0 - TARGET / 2.0;
        return flipped(face, side)
                .map(point -> new Place(
                        (point.x() - middle.x() + side / 2.0) * scale - margin,
                        (point.y() - middle.y() + side / 2.0) * scale - margin));
    }

    /** The aligned picture; black outside the source. */
    Picture aligned(Picture picture) {
        int scaled = scaledSide();
        double margin = scaled / 2.0 - TARGET / 2.0;
        int left = (int) (margin + (middle.x() - side / 2.0) * scale);
        int top = (int) (margin + (side / 2.0 - middle.y()) * scale);
        return Scaling.CUBIC.scaled(picture, scaled, scaled).part(left, top, TARGET, TARGET);
    }
}
