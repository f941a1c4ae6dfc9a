package avatar.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text table whose columns are as wide as their widest cell. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these column titles. */
    public TextTable(String... head) {
        rows.add(List.of(head));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns
     */
    public void add(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    "The table has %d columns, not %d".formatted(rows.getFirst().size(), cells.length));
        }
        rows.add(List.of(cells));
    }

    /** All lines, each with a line break. */
    @Override
    public String toString() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            Arrays.setAll(
                    widths, column -> Math.max(widths[column], row.get(column).length()));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                line.append(row.get(column))
                        .repeat(" ", widths[column] - row.get(column).length());
                line.append(GAP);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }
}
