package avatar.faces.loop;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Where the head is in every picture of a clip.
 *
 * @param pose carries the pixels of some reference picture onto each picture
 * @param face in the reference picture
 */
public record HeadPath(List<Similarity> pose, PixelBox face) {

    public HeadPath {
        pose = List.copyOf(pose);
    }

    /** How far the corners of the face are apart in two pictures: their mean distance, in pixels. */
    double distance(int one, int other) {
        return overCorners((x, y) -> {
            Similarity a = pose.get(one);
            Similarity b = pose.get(other);
            return Math.hypot(a.x(x, y) - b.x(x, y), a.y(x, y) - b.y(x, y));
        });
    }

    /** The difference between the movement to that picture and the movement away from {@code next}, in pixels. */
    double turn(int picture, int next) {
        return overCorners((x, y) -> {
            Similarity before = pose.get(picture - 1);
            Similarity here = pose.get(picture);
            Similarity there = pose.get(next);
            Similarity after = pose.get(next + 1);
            return Math.hypot(
                    here.x(x, y) - before.x(x, y) - (after.x(x, y) - there.x(x, y)),
                    here.y(x, y) - before.y(x, y) - (after.y(x, y) - there.y(x, y)));
        });
    }

    private double overCorners(DoubleBinaryOperator value) {
        double sum = 0;
        for (int corner = 0; corner < 4; corner++) {
            int right = corner % 2 == 0 ? 0 : face.width();
            int down = corner < 2 ? 0 : face.height();
            sum += value.applyAsDouble(face.x() + right, face.y() + down);
        }
        return sum / 4;
    }
}
