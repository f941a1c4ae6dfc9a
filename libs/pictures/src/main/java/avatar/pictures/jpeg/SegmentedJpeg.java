package avatar.pictures.jpeg;

import avatar.contract.bundle.PixelBox;
import java.util.Arrays;

/**
 * A baseline JPEG with the position of each tile of its {@link TileGrid}.
 *
 * <p>Between two restart markers the entropy-coded data depends on nothing before it, so tiles can be exchanged byte by
 * byte. A marker's number says where its tile stands (tile index mod 8), not which tile it is.
 */
public final class SegmentedJpeg {

    private static final int MARKER = 0xFF;
    private static final int STUFFING = 0x00;
    private static final int START_OF_FRAME_BASELINE = 0xC0;
    private static final int RESTART_0 = 0xD0;
    private static final int RESTART_7 = 0xD7;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int MARKER_BYTES = 2;

    private final byte[] bytes;
    private final TileGrid grid;

    /** Where each tile's data starts; one more behind the last, as if another tile followed the end marker. */
    private final int[] starts;

    private SegmentedJpeg(byte[] bytes, TileGrid grid, int[] starts) {
        this.bytes = bytes;
        this.grid = grid;
        this.starts = starts;
    }

    /**
     * Finds the tiles of a JPEG that was encoded with the grid's restart interval.
     *
     * @param bytes kept, not copied: not to be changed
     * @throws IllegalArgumentException if it is not a baseline JPEG with exactly these tiles
     */
    public static SegmentedJpeg parse(byte[] bytes, TileGrid grid) {
        int[] starts = new int[grid.tileCount() + 1];
        int found = 0;
        starts[found++] = findScan(bytes);
        for (int i = starts[0]; i < bytes.length - 1; i++) {
            int code = bytes[i + 1] & 0xFF;
            if ((bytes[i] & 0xFF) != MARKER || code == STUFFING) {
                continue;
            }
            boolean end = code == END_OF_IMAGE && i + MARKER_BYTES == bytes.length;
            if (!end && (code < RESTART_0 || code > RESTART_7)) {
                throw new IllegalArgumentException("Marker %02X within the picture's data".formatted(code));
            }
            if (found == starts.length) {
                throw new IllegalArgumentException("More than the %d tiles of %s".formatted(grid.tileCount(), grid));
            }
            starts[found++] = i + MARKER_BYTES;
        }
        if (found != starts.length || starts[found - 1] != bytes.length) {
            throw new IllegalArgumentException(
                    "%d tiles instead of the %d of %s".formatted(found - 1, grid.tileCount(), grid));
        }
        return new SegmentedJpeg(bytes, grid, starts);
    }

    /** The JPEG; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Its memory. */
    public int bytesHeld() {
        return bytes.length + Integer.BYTES * starts.length;
    }

    public TileGrid grid() {
        return grid;
    }

    /**
     * A copy of this JPEG in which the tiles of {@code box} are replaced.
     *
     * @param tiles a picture of just that box, encoded with the same settings
     * @param box on this grid, as {@link TileGrid#cover} gives it
     */
    public byte[] with(SegmentedJpeg tiles, PixelBox box) {
        if (!tiles.grid.equals(grid.part(box))) {
            throw new IllegalArgumentException("%s are no tiles for %s of %s".formatted(tiles.grid, box, grid));
        }
        byte[] spliced = new byte[sizeWith(tiles, box)];
        int copied = 0;
        int written = 0;
        for (int row = 0; row < tiles.grid.tileRows(); row++) {
            int first = firstTile(box, row);
            int last = first + tiles.grid.tilesPerRow() - 1;
            written += copy(bytes, copied, starts[first], spliced, written);
            written += tiles.copyRow(row, first, spliced, written);
            copied = end(last);
        }
        copy(bytes, copied, bytes.length, spliced, written);
        return spliced;
    }

    private int sizeWith(SegmentedJpeg tiles, PixelBox box) {
        int size = bytes.length;
        int perRow = tiles.grid.tilesPerRow();
        for (int row = 0; row < tiles.grid.tileRows(); row++) {
            int first = firstTile(box, row);
            size -= end(first + perRow - 1) - starts[first];
            size += tiles.end((row + 1) * perRow - 1) - tiles.starts[row * perRow];
        }
        return size;
    }

    /** Copies a row of tiles, its markers numbered for tiles that start at {@code firstTile} of another picture. */
    private int copyRow(int row, int firstTile, byte[] target, int at) {
        int perRow = grid.tilesPerRow();
        int first = row * perRow;
        int length = copy(bytes, starts[first], end(first + perRow - 1), target, at);
        for (int i = 0; i < perRow - 1; i++) {
            int marker = at + end(first + i) - starts[first];
            target[marker + 1] = (byte) (RESTART_0 + (firstTile + i) % 8);
        }
        return length;
    }

    private int firstTile(PixelBox box, int row) {
        return (box.y() / grid.mcu() + row) * grid.tilesPerRow() + box.x() / grid.tileWidth();
    }

    /** Where a tile's data ends: at the marker before the next one, or at the end of the image. */
    private int end(int tile) {
        return starts[tile + 1] - MARKER_BYTES;
    }

    private static int copy(byte[] from, int start, int end, byte[] to, int at) {
        System.arraycopy(from, start, to, at, end - start);
        return end - start;
    }

    /** Walks the header's segments to the first byte of the picture's data. */
    private static int findScan(byte[] bytes) {
        boolean baseline = false;
        int at = MARKER_BYTES;
        while (at + 4 <= bytes.length && (bytes[at] & 0xFF) == MARKER) {
            int code = bytes[at + 1] & 0xFF;
            int next = at + MARKER_BYTES + (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
            baseline |= code == START_OF_FRAME_BASELINE;
            if (code == START_OF_SCAN && baseline && next < bytes.length) {
                return next;
            }
            at = next;
        }
        throw new IllegalArgumentException(
                "No baseline JPEG: %s...".formatted(Arrays.toString(Arrays.copyOf(bytes, Math.min(4, bytes.length)))));
    }
}
