package avatar.contract.bundle;

/**
 * A rectangle of a picture in fractions of its width and height, independent of the picture's size.
 *
 * @param x left edge
 * @param y top edge
 */
public record Box(double x, double y, double width, double height) {

    public Box {
        if (!(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9)) {
            throw new IllegalArgumentException(
                    "A box must lie within the picture, not at (%s, %s) with %s x %s".formatted(x, y, width, height));
        }
    }

    /** The box of a pixel rectangle in a picture of the given size. */
    public static Box ofPixels(PixelBox pixels, int pictureWidth, int pictureHeight) {
        return new Box(
                (double) pixels.x() / pictureWidth,
                (double) pixels.y() / pictureHeight,
                (double) pixels.width() / pictureWidth,
                (double) pixels.height() / pictureHeight);
    }

    /** The nearest rectangle of whole pixels in a picture of the given size. */
    public PixelBox toPixels(int pictureWidth, int pictureHeight) {
        return new PixelBox(
                Math.toIntExact(Math.round(x * pictureWidth)),
                Math.toIntExact(Math.round(y * pictureHeight)),
                Math.toIntExact(Math.round(width * pictureWidth)),
                Math.toIntExact(Math.round(height * pictureHeight)));
    }
}
