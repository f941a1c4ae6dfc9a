package avatar.mouths.blink;

/**
 * Cells over an eye and the skin around it, in the eye's coordinates, row after row: as many for a small eye as for a
 * large one.
 */
final class Grid {

    static final int CELLS_PER_UNIT = 48;
    static final int COLUMNS = 92;
    static final int ROWS = 84;
    static final int CELLS = COLUMNS * ROWS;

    private static final double LEFT = -0.95;
    private static final double TOP = -0.7;

    private Grid() {}

    static int column(int cell) {
        return cell % COLUMNS;
    }

    static int row(int cell) {
        return cell / COLUMNS;
    }

    static boolean isInside(int column, int row) {
        return column >= 0 && row >= 0 && column < COLUMNS && row < ROWS;
    }

    /** Coordinates of the middle of a cell. */
    static double x(int cell) {
        return LEFT + (column(cell) + 0.5) / CELLS_PER_UNIT;
    }

    static double y(int cell) {
        return TOP + (row(cell) + 0.5) / CELLS_PER_UNIT;
    }

    /** The value at a place, bilinear between the middles of the cells; beyond the grid that of its edge. */
    static double read(double[] plane, double x, double y) {
        double u = Math.clamp((x - LEFT) * CELLS_PER_UNIT - 0.5, 0, COLUMNS - 1.001);
        double v = Math.clamp((y - TOP) * CELLS_PER_UNIT - 0.5, 0, ROWS - 1.001);
        int column = (int) u;
        int row = (int) v;
        int at = row * COLUMNS + column;
        double s = u - column;
        double above = plane[at] + (plane[at + 1] - plane[at]) * s;
        double below = plane[at + COLUMNS] + (plane[at + COLUMNS + 1] - plane[at + COLUMNS]) * s;
        return above + (below - above) * (v - row);
    }
}
