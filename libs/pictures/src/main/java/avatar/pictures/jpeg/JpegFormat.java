package avatar.pictures.jpeg;

/**
 * Quality and colour resolution of a JPEG.
 *
 * @param quality of libjpeg, 1..100
 */
public record JpegFormat(int quality, Chroma chroma) {

    public JpegFormat {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("The quality of a JPEG must be within 1..100, not " + quality);
        }
    }
}
