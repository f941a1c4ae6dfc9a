package avatar.setup.report;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Jitter of a point of the face: its noise while the head is quiet.
 *
 * <p>Noise of standard deviation s has second differences of standard deviation s * sqrt(6), and a head that moves
 * evenly has none: so jitter is their root mean square over sqrt(6), in either direction. Only the quieter half of the
 * clip counts, since where the head speeds up, second differences are movement.
 */
public final class Jitter {

    private Jitter() {}

    /**
     * The jitter of a place that is carried by a track.
     *
     * @param track onto each frame
     * @param place in the frame the track comes from
     * @param eyeDistance in pixels
     * @return in percent of the eye distance; 0 for fewer than three frames
     */
    public static double percent(List<Similarity> track, Point place, double eyeDistance) {
        return percent(
                track.stream()
                        .map(frame -> new Point(frame.x(place.x(), place.y()), frame.y(place.x(), place.y())))
                        .toList(),
                eyeDistance);
    }

    /** The jitter of a point that is given in each frame. */
    public static double percent(List<Point> points, double eyeDistance) {
        List<SecondDifference> differences = new ArrayList<>();
        for (int i = 1; i < points.size() - 1; i++) {
            Point before = points.get(i).minus(points.get(i - 1));
            Point after = points.get(i + 1).minus(points.get(i));
            Point second = after.minus(before);
            double speed = points.get(i + 1).distanceTo(points.get(i - 1)) / 2;
            differences.add(new SecondDifference(speed, second.x() * second.x() + second.y() * second.y()));
        }
        double meanSquare = differences.stream()
                .sorted(Comparator.comparingDouble(SecondDifference::speed))
                .limit((differences.size() + 1) / 2)
                .mapToDouble(SecondDifference::squared)
                .average()
                .orElse(0);
        return 100 * Math.sqrt(meanSquare / 2 / 6) / eyeDistance;
    }

    private record SecondDifference(double speed, double squared) {}
}
