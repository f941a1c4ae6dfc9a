package avatar.pictures.jpeg;

import avatar.contract.bundle.PixelBox;

/**
 * How a JPEG divides into tiles that stand alone: each is one restart segment, {@code restartInterval} MCUs wide and
 * one MCU high.
 *
 * <p>The last column and row of MCUs may reach beyond the picture. An encoder fills them by repeating the picture's
 * edge, so a tile there is cut at the edge, and encodes as it does within the whole picture.
 *
 * @param width of the picture, in pixels
 * @param restartInterval MCUs between two restart markers; divides the MCUs of a row
 */
public record TileGrid(int width, int height, JpegFormat format, int restartInterval) {

    /** In pixels. Wider tiles cost more to encode, narrower ones more markers; 128 make a 720p frame 0.75 % larger. */
    private static final int WIDEST_TILE = 128;

    public TileGrid {
        if (width <= 0 || height <= 0 || restartInterval <= 0 || mcus(width, format) % restartInterval != 0) {
            throw new IllegalArgumentException(
                    "%d x %d pixels don't divide into tiles of %d MCUs".formatted(width, height, restartInterval));
        }
    }

    /**
     * The grid for a picture of that size: the widest tiles up to 128 pixels, or whole rows where nothing divides them.
     */
    public static TileGrid of(int width, int height, JpegFormat format) {
        int perRow = mcus(width, format);
        for (int interval = Math.min(WIDEST_TILE / format.chroma().mcu(), perRow); interval > 1; interval--) {
            if (perRow % interval == 0) {
                return new TileGrid(width, height, format, interval);
            }
        }
        return new TileGrid(width, height, format, perRow);
    }

    /** The grid of a part of this picture that {@link #cover} gave. */
    public TileGrid part(PixelBox box) {
        return new TileGrid(box.width(), box.height(), format, restartInterval);
    }

    /** The smallest box of whole tiles around a box that lies within the picture. */
    public PixelBox cover(PixelBox box) {
        int left = box.x() / tileWidth() * tileWidth();
        int top = box.y() / mcu() * mcu();
        int right = Math.min(width, roundUp(box.x() + box.width(), tileWidth()));
        int bottom = Math.min(height, roundUp(box.y() + box.height(), mcu()));
        return new PixelBox(left, top, right - left, bottom - top);
    }

    public int tilesPerRow() {
        return mcus(width, format) / restartInterval;
    }

    public int tileRows() {
        return mcus(height, format);
    }

    public int tileCount() {
        return tilesPerRow() * tileRows();
    }

    public int tileWidth() {
        return restartInterval * mcu();
    }

    /** Pixels of an MCU, across and down. */
    public int mcu() {
        return format.chroma().mcu();
    }

    private static int mcus(int pixels, JpegFormat format) {
        int mcu = format.chroma().mcu();
        return (pixels + mcu - 1) / mcu;
    }

    private static int roundUp(int value, int step) {
        return (value + step - 1) / step * step;
    }
}
