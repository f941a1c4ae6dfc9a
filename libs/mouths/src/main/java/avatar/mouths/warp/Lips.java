package avatar.mouths.warp;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** The four lines of a mouth in face coordinates, each of 11 points from the right corner to the left one. */
record Lips(List<Point> outerUpper, List<Point> outerLower, List<Point> innerUpper, List<Point> innerLower) {

    /** The points of the mesh in the order of {@link #of(List)}: outer upper, outer lower, inner upper, inner lower. */
    static final List<Integer> INDICES = List.of(
            61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, // corner to corner
            146, 91, 181, 84, 17, 314, 405, 321, 375, // between the corners
            78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 95, 88, 178, 87, 14, 317, 402, 318, 324);

    private static final int LINE = 11;

    /** Maximum stretch of a lip's height: beyond it the dark corners would become bars. */
    private static final double HIGHEST = 1.6;

    /** Maximum overlap of shut lips in the mesh, in eye distances. */
    private static final double OVERLAP = 0.004;

    /** Lips closer than this share of the mouth's width are shut, within the precision of the mesh. */
    private static final double SHUT_GAP = 0.012;

    /** Part of the way that the upper lip comes down when the jaw shuts the mouth. */
    private static final double UPPER_CLOSES = 0.35;

    static Lips of(Face face, FaceFrame frame) {
        return of(INDICES.stream().map(face::at).map(frame::toFace).toList());
    }

    /** The lips of 40 points, in the order of {@link #INDICES}. */
    static Lips of(List<Point> points) {
        return new Lips(
                points.subList(0, LINE),
                between(points.getFirst(), points.subList(LINE, 20), points.get(LINE - 1)),
                points.subList(20, 20 + LINE),
                between(points.get(20), points.subList(20 + LINE, 40), points.get(20 + LINE - 1)));
    }

    private static List<Point> between(Point corner, List<Point> points, Point otherCorner) {
        return Stream.of(List.of(corner), points, List.of(otherCorner))
                .flatMap(List::stream)
                .toList();
    }

    /** All 40 points, in the order of {@link #INDICES}. */
    List<Point> points() {
        return Stream.of(outerUpper, outerLower.subList(1, LINE - 1), innerUpper, innerLower.subList(1, LINE - 1))
                .flatMap(List::stream)
                .toList();
    }

    /** Distance from corner to corner. */
    double width() {
        return outerUpper.getLast().x() - outerUpper.getFirst().x();
    }

    /** Distance between the lips, at the middle. */
    double gap() {
        return innerLower.get(LINE / 2).y() - innerUpper.get(LINE / 2).y();
    }

    /** The y of the line on which the lips meet, at the middle. */
    double seam() {
        double upper = innerUpper.get(LINE / 2).y();
        return upper + UPPER_CLOSES * gap();
    }

    boolean isShut() {
        return gap() <= SHUT_GAP * width();
    }

    /** These lips, shut; themselves if they are. */
    Lips shut() {
        return isShut() ? this : pressed();
    }

    /** The height of the thinner lip at a point of its line. */
    double thinner(int i) {
        return Math.min(
                innerUpper.get(i).y() - outerUpper.get(i).y(),
                outerLower.get(i).y() - innerLower.get(i).y());
    }

    Lips withInner(List<Point> upper, List<Point> lower) {
        return new Lips(outerUpper, outerLower, upper, lower);
    }

    /** The lips with both inner lines on the same line; the outer ones move along. */
    Lips pressed() {
        Curve upper = new Curve(innerUpper);
        Curve lower = new Curve(innerLower);
        DoubleUnaryOperator seam = x -> upper.at(x) + UPPER_CLOSES * (lower.at(x) - upper.at(x));
        return new Lips(
                taken(outerUpper, x -> seam.applyAsDouble(x) - upper.at(x)),
                taken(outerLower, x -> seam.applyAsDouble(x) - lower.at(x)),
                taken(innerUpper, x -> seam.applyAsDouble(x) - upper.at(x)),
                taken(innerLower, x -> seam.applyAsDouble(x) - lower.at(x)));
    }

    private static List<Point> taken(List<Point> line, DoubleUnaryOperator down) {
        return line.stream()
                .map(point -> point.plus(new Point(0, down.applyAsDouble(point.x()))))
                .toList();
    }

    /** Every point moved; lines that would cross meet. */
    Lips moved(List<Point> moves, double factor) {
        List<Point> from = points();
        List<Point> to = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) {
            to.add(from.get(i).plus(moves.get(i).times(factor)));
        }
        Lips moved = of(to).uncrossed();
        return new Lips(
                within(outerUpper, innerUpper, moved.outerUpper, moved.innerUpper),
                within(outerLower, innerLower, moved.outerLower, moved.innerLower),
                moved.innerUpper,
                moved.innerLower);
    }

    /** The outer line, moved to the inner one where the lip would be stretched too much. */
    private static List<Point> within(
            List<Point> outer, List<Point> inner, List<Point> movedOuter, List<Point> movedInner) {
        List<Point> within = new ArrayList<>(movedOuter);
        for (int i = 1; i < LINE - 1; i++) {
            double most = HIGHEST * Math.abs(outer.get(i).y() - inner.get(i).y());
            double height = movedOuter.get(i).y() - movedInner.get(i).y();
            within.set(i, new Point(movedOuter.get(i).x(), movedInner.get(i).y() + Math.clamp(height, -most, most)));
        }
        return List.copyOf(within);
    }

    /**
     * These lips with the bow in which they meet brought to that of others, by a share: an open mouth, and a pushed
     * forward one most of all, has no smile.
     */
    Lips bowedLike(Lips other, double share) {
        double size = width() / other.width();
        Curve own = new Curve(innerUpper);
        Curve others = new Curve(other.innerUpper);
        double ownLevel = own.at(0);
        double othersLevel = others.at(0);
        DoubleUnaryOperator down = x -> share * (size * (others.at(x / size) - othersLevel) - (own.at(x) - ownLevel));
        return new Lips(
                taken(outerUpper, down), taken(outerLower, down), taken(innerUpper, down), taken(innerLower, down));
    }

    private Lips uncrossed() {
        List<Point> upper = new ArrayList<>(innerUpper);
        List<Point> lower = new ArrayList<>(innerLower);
        for (int i = 1; i < LINE - 1; i++) {
            double overlap = upper.get(i).y() - lower.get(i).y();
            if (overlap > OVERLAP) {
                upper.set(i, upper.get(i).plus(new Point(0, -overlap / 2)));
                lower.set(i, lower.get(i).plus(new Point(0, overlap / 2)));
            }
        }
        return new Lips(outerUpper, outerLower, List.copyOf(upper), List.copyOf(lower));
    }
}
