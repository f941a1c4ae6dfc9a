package avatar.setup.warp;

import avatar.setup.face.Face;
import avatar.setup.face.Point;
import java.util.ArrayList;
import java.util.List;

/** The four lines of a mouth in face coordinates, each of 11 points from the right corner to the left one. */
record Lips(List<Point> outerUpper, List<Point> innerUpper, List<Point> innerLower, List<Point> outerLower) {

    /** An opening jaw takes the corners of the mouth along, this share of its way. */
    private static final double CORNERS_FOLLOW = 0.32;

    private static final int[] OUTER_UPPER = {61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291};
    private static final int[] INNER_UPPER = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};
    private static final int[] INNER_LOWER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};
    private static final int[] OUTER_LOWER = {61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291};

    static Lips of(Face face, FaceFrame frame) {
        return new Lips(
                line(face, frame, OUTER_UPPER),
                line(face, frame, INNER_UPPER),
                line(face, frame, INNER_LOWER),
                line(face, frame, OUTER_LOWER));
    }

    private static List<Point> line(Face face, FaceFrame frame, int[] indices) {
        return face.at(indices).stream().map(frame::toFace).toList();
    }

    /** These lips, at rest, brought to a shape. Open lips, pushed forward most of all, lose the bow they have when shut. */
    Lips shaped(MouthShape shape) {
        double middle = (innerUpper.getLast().x() + innerUpper.getFirst().x()) / 2;
        double halfWidth = (innerUpper.getLast().x() - innerUpper.getFirst().x()) / 2;
        double level = innerUpper.stream().mapToDouble(Point::y).average().orElseThrow();
        double flat = Math.min(1, shape.open() / 0.12) * (0.4 + 0.45 * shape.pout());
        Lips shaped = new Lips(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < innerUpper.size(); i++) {
            double across = (innerUpper.get(i).x() - middle) / halfWidth;
            double profile = Math.pow(Math.max(0, 1 - across * across), 1 - 0.5 * shape.round());
            double sag = shape.drop() * CORNERS_FOLLOW * (1 - profile);
            double atRest = (innerUpper.get(i).y() + innerLower.get(i).y()) / 2;
            double seam = atRest + (level - atRest) * flat + sag;
            double upper = seam - shape.open() * shape.raise() * profile;
            double lower = seam + shape.drop() * profile;
            shaped.innerUpper.add(new Point(innerUpper.get(i).x() * shape.wide(), upper));
            shaped.innerLower.add(new Point(innerLower.get(i).x() * shape.wide(), lower));
            shaped.outerUpper.add(new Point(
                    outerUpper.get(i).x() * shape.wide(),
                    upper - shape.upperLip() * thickness(innerUpper, outerUpper, i, shape.pout())));
            shaped.outerLower.add(new Point(
                    outerLower.get(i).x() * shape.wide(),
                    lower + shape.lowerLip() * thickness(innerLower, outerLower, i, shape.pout())));
        }
        return shaped;
    }

    /** Of a lip at a point; pushed forward it is fuller towards the corners, else it would come to a point in the middle. */
    private static double thickness(List<Point> inner, List<Point> outer, int i, double pout) {
        int last = inner.size() - 1;
        double here = Math.abs(outer.get(i).y() - inner.get(i).y());
        double middle = Math.abs(outer.get(last / 2).y() - inner.get(last / 2).y());
        double across = 2.0 * i / last - 1;
        return here + (middle * Math.sqrt(1 - across * across) - here) * pout;
    }
}
