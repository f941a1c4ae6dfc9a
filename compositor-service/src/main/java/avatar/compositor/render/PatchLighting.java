package avatar.compositor.render;

import avatar.compositor.avatar.MouthPatch;
import avatar.contract.bundle.Light;
import avatar.contract.bundle.PixelBox;

/** Shows patches in the light of a frame. For patches of one size, and one thread. */
final class PatchLighting {

    private static final int BITS = 14;
    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;

    /** Into so many directions a turn is cut; at most so many fit into a byte. */
    private static final int STEPS = 256;

    /** How much of the gain at the rim counts, by alpha. */
    private static final int[] RIM_SHARE = rimShares();

    /** Of every pixel, row by row. */
    private final byte[] directions;

    private final byte[] lit;

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

    /** Its pixels in that light, as {@link MouthPatch#premultiplied()} has them; good until the next call. */
    byte[] lit(MouthPatch patch, Light light) {
        byte[] pixels = patch.premultiplied();
        for (int channel = 0; channel < 3; channel++) {
            light(pixels, 2 - channel, fixed(light.gain().get(channel)), rim(light, channel));
        }
        for (int alpha = 3; alpha < pixels.length; alpha += 4) {
            lit[alpha] = pixels[alpha];
        }
        return lit;
    }

    /** @param first of the channel, in a pixel */
    private void light(byte[] pixels, int first, int whole, int[] rim) {
        for (int i = 0; i < directions.length; i++) {
            int alpha = pixels[4 * i + 3] & 0xFF;
            int gain = whole + (((rim[directions[i] & 0xFF] - whole) * RIM_SHARE[alpha]) >> BITS);
            int shown = ((pixels[4 * i + first] & 0xFF) * gain + HALF) >> BITS;
            // Brighter than white: a colour that is multiplied by alpha is at most alpha.
            lit[4 * i + first] = (byte) Math.min(alpha, shown);
        }
    }

    private static int[] rim(Light light, int channel) {
        int[] rim = new int[STEPS];
        for (int step = 0; step < STEPS; step++) {
            rim[step] = fixed(light.atRim(channel, (step + 0.5) / STEPS));
        }
        return rim;
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
