package avatar.pictures.avatar;

/** The picture of one mouth shape, of the mouth box's size, soft at its borders. */
public final class MouthPatch {

    private final int width;
    private final int height;
    private final byte[] premultiplied;

    /** @param premultiplied see {@link #premultiplied()}; kept, not copied */
    private MouthPatch(int width, int height, byte[] premultiplied) {
        this.width = width;
        this.height = height;
        this.premultiplied = premultiplied;
    }

    /** The patch of a picture with straight alpha: blue, green, red, alpha, row by row. */
    public static MouthPatch ofStraight(int width, int height, byte[] bgra) {
        if (bgra.length != width * height * 4) {
            throw new IllegalArgumentException(
                    "%d bytes are not the BGRA pixels of %d x %d".formatted(bgra.length, width, height));
        }
        byte[] premultiplied = bgra.clone();
        for (int i = 0; i < bgra.length; i += 4) {
            int alpha = bgra[i + 3] & 0xFF;
            for (int channel = i; channel < i + 3; channel++) {
                premultiplied[channel] = (byte) (((bgra[channel] & 0xFF) * alpha + 127) / 255);
            }
        }
        return new MouthPatch(width, height, premultiplied);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /**
     * Its pixels: blue, green, red, each already multiplied by alpha, and alpha; row by row; not to be changed.
     *
     * <p>Multiplied, because only then may pixels be interpolated: the colour of a pixel counts as much as the
     * pixel can be seen, and the colourless outside adds no dark border.
     */
    public byte[] premultiplied() {
        return premultiplied;
    }
}
