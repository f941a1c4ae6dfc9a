package avatar.pictures.frame;

import avatar.pictures.jpeg.Chroma;
import avatar.pictures.jpeg.JpegFormat;

/**
 * How mouths are put on frames, and frames encoded.
 *
 * @param strength how much of the base video's mouth a patch covers, 0..1; below 1 the shut lips shine through an
 *     open mouth
 * @param quality of the JPEGs, 1..100
 * @param chroma resolution of the JPEGs' colours
 */
public record FrameSettings(double strength, int quality, Chroma chroma) {

    public static final FrameSettings DEFAULT = new FrameSettings(1.0, 80, Chroma.HALF);

    public JpegFormat format() {
        return new JpegFormat(quality, chroma);
    }
}
