package avatar.faces.video;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Width and height of a picture, in pixels. */
record PictureSize(int width, int height) {

    /** No video has pixels longer than this; a larger value means a broken file. */
    private static final double LONGEST_PIXEL = 4;

    static PictureSize of(AVFrame picture) {
        return new PictureSize(picture.width(), picture.height());
    }

    /**
     * The size with square pixels. It is never smaller than the stored size, so that no detail is lost.
     *
     * @param pixelAspect width of a pixel by its height; 0 is unknown, which is square
     */
    PictureSize withSquarePixels(double pixelAspect) {
        if (!(pixelAspect >= 1 / LONGEST_PIXEL && pixelAspect <= LONGEST_PIXEL) || pixelAspect == 1) {
            return this;
        }
        return pixelAspect > 1
                ? new PictureSize(even(width * pixelAspect), height)
                : new PictureSize(width, even(height / pixelAspect));
    }

    /** This size, or the one with the same shape whose longer side is {@code maxSide}. */
    PictureSize within(int maxSide) {
        double scale = (double) maxSide / Math.max(width, height);
        return scale < 1 ? new PictureSize(even(width * scale), even(height * scale)) : this;
    }

    /** H.264 with 4:2:0 colour would leave out the last row or column of an odd size. */
    private static int even(double size) {
        return Math.max(2, 2 * (int) Math.round(size / 2));
    }
}
