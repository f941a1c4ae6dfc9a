package avatar.faces.face;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the face to track, if there are several.
 *
 * @param near the face nearest to this place, in pixels of the picture, or in 0..1 of its width and height; null for
 *     the largest face
 */
public record FaceChoice(@Nullable Point near) {

    public static final FaceChoice LARGEST = new FaceChoice(null);

    Optional<FaceDetector.Detection> of(List<FaceDetector.Detection> faces, int width, int height) {
        if (near == null) {
            return faces.stream().max(Comparator.comparingDouble(FaceDetector.Detection::area));
        }
        boolean isShare = near.x() <= 1 && near.y() <= 1;
        Point place = isShare ? new Point(near.x() * width, near.y() * height) : near;
        return nearest(faces, place);
    }

    static Optional<FaceDetector.Detection> nearest(List<FaceDetector.Detection> faces, Point place) {
        return faces.stream()
                .min(Comparator.comparingDouble(face -> face.centre().distanceTo(place)));
    }

    @Override
    public String toString() {
        return near == null ? "largest" : "%s,%s".formatted(near.x(), near.y());
    }
}
