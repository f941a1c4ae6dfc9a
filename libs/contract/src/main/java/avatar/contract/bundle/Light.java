package avatar.contract.bundle;

import java.util.List;

/**
 * The light on a face in one frame relative to the reference frame: the factors for a patch's colours.
 *
 * <p>A turned head is lit from another side, so a single gain for the whole patch leaves a visible edge. Where the
 * patch fades into the face, the gain measured at that place applies; further inside, the gain of the face as a whole.
 *
 * @param gain of red, green and blue, for the whole patch
 * @param rim of red, green and blue where the patch fades, in {@link #DIRECTIONS} directions as {@link #turn} counts
 *     them, starting to the right; empty where all equal {@code gain}
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

    /** One gain for the whole patch. */
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
     * The gain at one point of a patch.
     *
     * @param channel 0 red, 1 green, 2 blue
     * @param turn see {@link #turn}
     * @param alpha of the patch at this point, 0..255
     */
    public double at(int channel, double turn, int alpha) {
        double whole = gain.get(channel);
        return whole + rimShare(alpha) * (atRim(channel, turn) - whole);
    }

    /** The share of the rim's gain, 0..1: 1 in the outer half of the fade, 0 where the patch is opaque. */
    public static double rimShare(int alpha) {
        return Math.min(1, 2 * (1 - alpha / 255.0));
    }

    /** The rim's gain in a direction, interpolated linearly between the stored ones. */
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
     * The direction of a point seen from the centre of the box, in turns, 0..1: 0 is right, 0.25 is down. The box
     * counts as a square.
     */
    public static double turn(PixelBox box, double x, double y) {
        double across = (x - box.x()) / box.width() - 0.5;
        double down = (y - box.y()) / box.height() - 0.5;
        double turn = Math.atan2(down, across) / (2 * Math.PI);
        return turn < 0 ? turn + 1 : turn;
    }
}
