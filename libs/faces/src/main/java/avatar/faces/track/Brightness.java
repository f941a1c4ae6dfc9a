package avatar.faces.track;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.Similarity;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;

/** Mean blue, green and red of a ring in a picture: of the whole ring, and in every direction of {@link Light}. */
final class Brightness {

    /** Index of the number of places in a sum. */
    private static final int WEIGHT = 3;

    private final double[] whole = new double[4];
    private final double[][] directions = new double[Light.DIRECTIONS][4];

    Brightness(BgrImage picture, Ring ring, Similarity similarity) {
        for (Point place : ring.places()) {
            int x = (int) similarity.x(place.x(), place.y());
            int y = (int) similarity.y(place.x(), place.y());
            if (x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
                add(picture.bgr(), (y * picture.width() + x) * 3, ring.turn(place) * Light.DIRECTIONS);
            }
        }
    }

    double whole(int channel) {
        return mean(whole, channel);
    }

    double in(int direction, int channel) {
        return mean(directions[direction], channel);
    }

    /** Whether any part of the ring lies within the picture. */
    boolean isSeen(int direction) {
        return directions[direction][WEIGHT] > 0;
    }

    /** A place between two directions counts for both, weighted by its distance to each. */
    private void add(byte[] bgr, int at, double direction) {
        int before = (int) direction;
        double share = direction - before;
        add(whole, bgr, at, 1);
        add(directions[before % Light.DIRECTIONS], bgr, at, 1 - share);
        add(directions[(before + 1) % Light.DIRECTIONS], bgr, at, share);
    }

    private static void add(double[] sum, byte[] bgr, int at, double weight) {
        for (int channel = 0; channel < 3; channel++) {
            sum[channel] += weight * (bgr[at + channel] & 0xFF);
        }
        sum[WEIGHT] += weight;
    }

    private static double mean(double[] sum, int channel) {
        return sum[channel] / Math.max(1e-9, sum[WEIGHT]);
    }
}
