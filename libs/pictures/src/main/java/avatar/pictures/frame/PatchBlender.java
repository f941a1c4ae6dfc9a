package avatar.pictures.frame;

import avatar.contract.bundle.PixelBox;

/** Lays a patch over the pixels of a base frame. */
final class PatchBlender {

    private static final int BITS = 16;
    private static final int ONE = 1 << BITS;
    private static final int HALF = ONE / 2;

    private final double strength;

    /** @param strength how much of the base the patch covers where it is opaque, 0..1 */
    PatchBlender(double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("Invalid strength: expected 0..1, found " + strength);
        }
        this.strength = strength;
    }

    /**
     * Blends in place.
     *
     * @param bgr pixels of the base, row by row
     * @param width of its rows
     * @param box of the base that the patch lies on
     * @param premultiplied pixels of the box: BGRA with colours multiplied by alpha
     * @param share of the strength that it is laid on with, 0..1
     */
    void blend(byte[] bgr, int width, PixelBox box, byte[] premultiplied, double share) {
        int cover = (int) Math.round(share * strength * ONE / 255);
        int patch = (int) Math.round(share * strength * ONE);
        for (int row = 0; row < box.height(); row++) {
            int to = ((box.y() + row) * width + box.x()) * 3;
            int first = row * box.width() * 4;
            for (int from = first; from < first + box.width() * 4; from += 4, to += 3) {
                int alpha = premultiplied[from + 3] & 0xFF;
                if (alpha != 0) {
                    int base = ONE - alpha * cover;
                    bgr[to] = mix(bgr[to], base, premultiplied[from], patch);
                    bgr[to + 1] = mix(bgr[to + 1], base, premultiplied[from + 1], patch);
                    bgr[to + 2] = mix(bgr[to + 2], base, premultiplied[from + 2], patch);
                }
            }
        }
    }

    private static byte mix(byte base, int baseWeight, byte patch, int patchWeight) {
        int mixed = ((base & 0xFF) * baseWeight + (patch & 0xFF) * patchWeight + HALF) >> BITS;
        return (byte) Math.min(255, mixed);
    }
}
