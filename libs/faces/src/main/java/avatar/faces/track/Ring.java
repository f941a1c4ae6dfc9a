package avatar.faces.track;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The places of the reference frame where a patch fades into the face, in pixels, one after the other around it.
 *
 * @param box the patch's
 * @param places centres of the pixels of the patch that are at most half opaque
 */
public record Ring(PixelBox box, List<Point> places) {

    /** Enough that noise averages out. */
    private static final int MOST_PLACES = 2_400;

    private static final int HALF_SEEN = 128;

    public Ring {
        places = List.copyOf(places);
    }

    /** The direction of a place, as {@link Light#turn} has it. */
    double turn(Point place) {
        return Light.turn(box, place.x(), place.y());
    }

    /** The ring of a patch with that box in the reference frame. */
    public static Ring of(BufferedImage patch, PixelBox box) {
        List<Point> fading = new ArrayList<>();
        for (int y = 0; y < patch.getHeight(); y++) {
            for (int x = 0; x < patch.getWidth(); x++) {
                int alpha = patch.getRGB(x, y) >>> 24;
                if (alpha > 0 && alpha <= HALF_SEEN) {
                    fading.add(new Point(box.x() + x + 0.5, box.y() + y + 0.5));
                }
            }
        }
        Point middle = new Point(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0);
        fading.sort(Comparator.comparingDouble(place -> Math.atan2(place.y() - middle.y(), place.x() - middle.x())));
        List<Point> places = new ArrayList<>();
        int count = Math.min(MOST_PLACES, fading.size());
        for (int i = 0; i < count; i++) {
            places.add(fading.get((int) ((long) i * fading.size() / count)));
        }
        return new Ring(box, places);
    }
}
