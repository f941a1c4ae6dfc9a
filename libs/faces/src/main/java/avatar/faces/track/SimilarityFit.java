package avatar.faces.track;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Point;
import java.util.List;

/** The similarity that carries one set of points onto another with the least squared error (Umeyama, 1991, in 2-D). */
final class SimilarityFit {

    private SimilarityFit() {}

    /** @param from and {@code to}: as many points, in the same order */
    static Similarity fit(List<Point> from, List<Point> to) {
        Point fromMean = mean(from);
        Point toMean = mean(to);
        double dot = 0;
        double cross = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            Point p = from.get(i).minus(fromMean);
            Point q = to.get(i).minus(toMean);
            dot += p.x() * q.x() + p.y() * q.y();
            cross += p.x() * q.y() - p.y() * q.x();
            spread += p.x() * p.x() + p.y() * p.y();
        }
        double a = dot / spread;
        double b = cross / spread;
        return new Similarity(
                a,
                b,
                toMean.x() - a * fromMean.x() + b * fromMean.y(),
                toMean.y() - b * fromMean.x() - a * fromMean.y());
    }

    private static Point mean(List<Point> points) {
        return points.stream().reduce(new Point(0, 0), Point::plus).times(1.0 / points.size());
    }
}
