package avatar.mouths.blink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;

/** The rim of glasses above an eye: a thin dark line that extends far beyond both corners. Lids move behind it. */
final class Rim {

    /** Maximum brightness relative to the skin near by. */
    private static final double DARK = 0.8;

    /** Extent from the eye's middle; creases and lashes are shorter. */
    private static final double BEYOND = 0.72;

    /** Side of a square of cells that is too thick for a rim: the shadow of an eye socket. */
    private static final int THICK = 7;

    /** Maximum height above the lashes; brows are higher. */
    private static final double HIGHEST = 0.25;

    /** Beyond the corners a rim bends down. */
    private static final double LOWEST = 0.15;

    private Rim() {}

    /**
     * The cells that the rim covers.
     *
     * @param luma of each cell
     * @param light of the skin near each cell
     */
    static boolean[] cells(Eye eye, double[] luma, double[] light) {
        boolean[] dark = new boolean[Grid.CELLS];
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            double x = Grid.x(cell);
            double y = Grid.y(cell);
            dark[cell] = luma[cell] < DARK * light[cell] && y < lowest(eye, x);
        }
        boolean[] rim = new boolean[Grid.CELLS];
        boolean[] seen = new boolean[Grid.CELLS];
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            if (dark[cell] && !seen[cell]) {
                boolean[] piece = connected(dark, cell, seen);
                if (isRim(eye, piece)) {
                    mark(rim, piece);
                }
            }
        }
        return rim;
    }

    private static boolean[] connected(boolean[] dark, int start, boolean[] seen) {
        boolean[] piece = new boolean[Grid.CELLS];
        Deque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int cell = open.remove();
            piece[cell] = true;
            for (int i = 0; i < 9; i++) {
                int column = Grid.column(cell) + i % 3 - 1;
                int row = Grid.row(cell) + i / 3 - 1;
                int next = row * Grid.COLUMNS + column;
                if (Grid.isInside(column, row) && dark[next] && !seen[next]) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return piece;
    }

    private static double lowest(Eye eye, double x) {
        return Math.abs(x) < 0.5 ? eye.lidEdge(x, 0) : LOWEST;
    }

    private static boolean isRim(Eye eye, boolean[] piece) {
        double left = 0;
        double right = 0;
        double highest = 0;
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            if (piece[cell]) {
                left = Math.min(left, Grid.x(cell));
                right = Math.max(right, Grid.x(cell));
                highest = Math.min(highest, Grid.y(cell));
            }
        }
        return left < -BEYOND && right > BEYOND && highest > eye.top(0) - HIGHEST && !hasThickPart(piece);
    }

    /** The side of the largest square of cells that ends in each cell. */
    private static boolean hasThickPart(boolean[] piece) {
        int[] square = new int[Grid.CELLS];
        for (int row = 1; row < Grid.ROWS; row++) {
            for (int cell = row * Grid.COLUMNS + 1; cell < (row + 1) * Grid.COLUMNS; cell++) {
                int above = square[cell - Grid.COLUMNS];
                int before = Math.min(square[cell - 1], square[cell - Grid.COLUMNS - 1]);
                square[cell] = piece[cell] ? 1 + Math.min(above, before) : 0;
                if (square[cell] >= THICK) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Lashes may touch the rim from below, so in each column only its upper edge counts, as thick as beyond the
     * corners.
     */
    private static void mark(boolean[] rim, boolean[] piece) {
        int[] runs = IntStream.range(0, Grid.COLUMNS)
                .filter(column -> Math.abs(Grid.x(column)) > BEYOND)
                .map(column -> run(piece, column))
                .filter(run -> run > 0)
                .sorted()
                .toArray();
        int thick = runs[runs.length / 2];
        for (int column = 0; column < Grid.COLUMNS; column++) {
            int top = top(piece, column);
            // With the cells next to it, which it covers in part.
            for (int row = Math.max(0, top - 1); row < Math.min(Grid.ROWS, top + thick + 1) && top >= 0; row++) {
                rim[row * Grid.COLUMNS + column] = true;
            }
        }
    }

    /** The first row of the piece in a column; -1 if there is none. */
    private static int top(boolean[] piece, int column) {
        for (int row = 0; row < Grid.ROWS; row++) {
            if (piece[row * Grid.COLUMNS + column]) {
                return row;
            }
        }
        return -1;
    }

    /** Number of rows of the piece in a column, without a gap. */
    private static int run(boolean[] piece, int column) {
        int top = top(piece, column);
        int row = Math.max(0, top);
        while (row < Grid.ROWS && piece[row * Grid.COLUMNS + column]) {
            row++;
        }
        return row - Math.max(0, top);
    }
}
