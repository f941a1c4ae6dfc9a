package avatar.pictures.frame;

import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;
import avatar.pictures.avatar.MouthPatch;

/** Adjusts the colours of patches to the light of a frame. For patches of one size, and one thread. */
final class PatchLighting {

    private static final int BITS = 14;
    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;

    /** Directions of a turn; as many as fit into a byte. */
    private static final int STEPS = 256;

    /** How much of the gain at the rim counts, by alpha. */
    private static final int[] RIM_SHARE = rimShares();

    /** Of every pixel, row by row. */
    private final byte[] directions;

    private final byte[] lit;

    /** Red, green and blue of every step of a turn. */
    private final int[] rim = new int[3 * STEPS];

    PatchLighting(int width, int height) {
        this.directions = new byte[width * height];
        this.lit = new byte[width * height * 4];
        PixelBox box = new PixelBox(0, 0, width, height);
        for (int y = 0, i = 0; y < height; y++) {
            for (int x = 0; x < width; x++, i++) {
                directions[i] = (byte) (int) (Light.turn(box, x + 0.5, y + 0.5) * STEPS);
            }
        }
    }

    /**
     * The pixels of a patch in that light, as {@link MouthPatch#premultiplied()} has them; valid until the next call.
     */
    byte[] lit(MouthPatch patch, Light light) {
        byte[] pixels = patch.premultiplied();
        int red = fixed(light.gain().get(0));
        int green = fixed(light.gain().get(1));
        int blue = fixed(light.gain().get(2));
        for (int channel = 0; channel < 3; channel++) {
            fillRim(light, channel);
        }
        for (int i = 0, at = 0; i < directions.length; i++, at += 4) {
            int alpha = pixels[at + 3] & 0xFF;
            lit[at + 3] = (byte) alpha;
            if (alpha != 0) {
                int share = RIM_SHARE[alpha];
                int direction = 3 * (directions[i] & 0xFF);
                lit[at] = lit(pixels[at], alpha, gain(blue, rim[direction + 2], share));
                lit[at + 1] = lit(pixels[at + 1], alpha, gain(green, rim[direction + 1], share));
                lit[at + 2] = lit(pixels[at + 2], alpha, gain(red, rim[direction], share));
            }
        }
        return lit;
    }

    private static int gain(int whole, int rim, int share) {
        return whole + (((rim - whole) * share) >> BITS);
    }

    /** Nothing is brighter than white: a colour that is multiplied by alpha is at most alpha. */
    private static byte lit(byte colour, int alpha, int gain) {
        return (byte) Math.min(alpha, ((colour & 0xFF) * gain + HALF) >> BITS);
    }

    private void fillRim(Light light, int channel) {
        for (int step = 0; step < STEPS; step++) {
            rim[3 * step + channel] = fixed(light.atRim(channel, (step + 0.5) / STEPS));
        }
    }

    private static int[] rimShares() {
        int[] shares = new int[STEPS];
        for (int alpha = 0; alpha < STEPS; alpha++) {
            shares[alpha] = fixed(Light.rimShare(alpha));
        }
        return shares;
    }

    /** A gain beyond 4 would overflow; no light is that different. */
    private static int fixed(double weight) {
        return (int) Math.round(Math.clamp(weight, 0, 4) * ONE);
    }
}
