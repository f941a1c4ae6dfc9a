package avatar.contract.bundle;

import java.util.List;

/**
 * The light on a face in one frame, against that in the reference frame: what the colours of a patch are multiplied by.
 *
 * <p>A head that turns is lit from another side, so that one gain for all of a patch leaves a seam. Where the patch fades into the
 * face it therefore has the gain that was found right there; further in, that of the face as a whole.
 *
 * @param gain of red, green and blue, of the whole
 * @param rim of red, green and blue where the patch fades, in {@link #DIRECTIONS} directions as {@link #turn} counts them, the first
 *     to the right; empty where they are all as {@code gain}
 */
public record Light(List<Double> gain, List<List<Double>> rim) {

    public static final int DIRECTIONS = 32;

    public Light {
        gain = checked(gain);
        rim = rim.stream().map(Light::checked).toList();
        if (!rim.isEmpty() && rim.size() != DIRECTIONS) {
            throw new IllegalArgumentException(
                    "A rim has %d directions or none, not %d".formatted(DIRECTIONS, rim.size()));
        }
    }

    /** The same all over the patch. */
    public static Light even(double red, double green, double blue) {
        return new Light(List.of(red, green, blue), List.of());
    }

    private static List<Double> checked(List<Double> gain) {
        if (gain.size() != 3) {
            throw new IllegalArgumentException("A gain has 3 channels, not %d".formatted(gain.size()));
        }
        return List.copyOf(gain);
    }

    /**
     * The gain of one place of a patch.
     *
     * @param channel 0 red, 1 green, 2 blue
     * @param turn see {@link #turn}
     * @param alpha of the patch there, 0..255
     */
    public double at(int channel, double turn, int alpha) {
        double whole = gain.get(channel);
        return whole + rimShare(alpha) * (atRim(channel, turn) - whole);
    }

    /** How much of the gain at the rim counts, 0..1: all in the outer half of the fade, nothing where the patch is opaque. */
    public static double rimShare(int alpha) {
        return Math.min(1, 2 * (1 - alpha / 255.0));
    }

    /** Between two directions it passes evenly from the one to the other. */
    public double atRim(int channel, double turn) {
        if (rim.isEmpty()) {
            return gain.get(channel);
        }
        double place = turn * DIRECTIONS;
        int before = (int) Math.floor(place);
        double share = place - before;
        double here = rim.get(Math.floorMod(before, DIRECTIONS)).get(channel);
        double next = rim.get(Math.floorMod(before + 1, DIRECTIONS)).get(channel);
        return here + share * (next - here);
    }

    /**
     * The direction of a place seen from the middle of the patches, in turns, 0..1: 0 to the right, 0.25 down, as if the box were a
     * square.
     */
    public static double turn(PixelBox box, double x, double y) {
        double across = (x - box.x()) / box.width() - 0.5;
        double down = (y - box.y()) / box.height() - 0.5;
        double turn = Math.atan2(down, across) / (2 * Math.PI);
        return turn < 0 ? turn + 1 : turn;
    }
}
