package avatar.mouths.blink;

import avatar.contract.viseme.Smoothstep;
import avatar.mouths.warp.Rgb;
import avatar.mouths.warp.Sampler;
import java.util.Arrays;

/**
 * The skin that fills the place of an eye: the colours around it, spread across it as a membrane, with the fine grain
 * of the cheek below. All places are in the eye's coordinates.
 */
final class LidSkin {

    private static final int PASSES = 400;
    private static final double OVER_RELAXATION = 1.8;

    /** A place much darker than the skin near it is not skin, but a brow, a strand of hair or the rim of glasses. */
    private static final double DARK = 0.82;

    private static final int NEAR_CELLS = 7;

    /** Up to this distance from the eye the skin is unreliable: stray lashes, make-up. */
    private static final double FRAYED = 0.05;

    /** Distance from the eye at which the membrane fades into the picture, and the patch into the frame. */
    private static final double BLEND = 0.1;

    private static final double FADE = 0.16;
    private static final double MOST_GRAIN = 9;

    private final Eye eye;
    private final Sampler picture;
    private final double[][] seen = new double[3][Grid.CELLS];
    private final double[][] membrane;
    private final double[] distance = new double[Grid.CELLS];
    private final double[] cover = new double[Grid.CELLS];
    private final boolean[] isSkin = new boolean[Grid.CELLS];

    LidSkin(Eye eye, Sampler picture) {
        this.eye = eye;
        this.picture = picture;
        readCells();
        measureDistances();
        tellSkin();
        this.membrane = new double[][] {membrane(seen[0]), membrane(seen[1]), membrane(seen[2])};
    }

    /** The mean colour of each cell. */
    private void readCells() {
        int samples = (int) Math.ceil(eye.width() / Grid.CELLS_PER_UNIT);
        double step = 1.0 / (Grid.CELLS_PER_UNIT * samples);
        double weight = 1.0 / (samples * samples);
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            double left = Grid.x(cell) - 0.5 / Grid.CELLS_PER_UNIT;
            double top = Grid.y(cell) - 0.5 / Grid.CELLS_PER_UNIT;
            for (int row = 0; row < samples; row++) {
                for (int column = 0; column < samples; column++) {
                    Rgb colour = picture.at(eye.toPicture(left + (column + 0.5) * step, top + (row + 0.5) * step));
                    seen[0][cell] += colour.red() * weight;
                    seen[1][cell] += colour.green() * weight;
                    seen[2][cell] += colour.blue() * weight;
                }
            }
        }
    }

    /** Distance of each cell from the eye; 0 inside it. */
    private void measureDistances() {
        int reach = (int) Math.ceil(FADE * Grid.CELLS_PER_UNIT) + 1;
        Arrays.fill(distance, Double.MAX_VALUE);
        for (int cell = 0; cell < distance.length; cell++) {
            if (!eye.contains(Grid.x(cell), Grid.y(cell))) {
                continue;
            }
            int row = Grid.row(cell);
            int column = Grid.column(cell);
            for (int j = Math.max(0, row - reach); j <= Math.min(Grid.ROWS - 1, row + reach); j++) {
                for (int i = Math.max(0, column - reach); i <= Math.min(Grid.COLUMNS - 1, column + reach); i++) {
                    int other = j * Grid.COLUMNS + i;
                    distance[other] = Math.min(distance[other], Math.hypot(i - column, j - row) / Grid.CELLS_PER_UNIT);
                }
            }
        }
    }

    private void tellSkin() {
        double[] luma = new double[Grid.CELLS];
        double[] light = new double[Grid.CELLS];
        Arrays.setAll(luma, this::luma);
        Arrays.setAll(light, this::lightNear);
        boolean[] rim = Rim.cells(eye, luma, light);
        for (int cell = 0; cell < Grid.CELLS; cell++) {
            boolean isDark = distance[cell] < Double.MAX_VALUE && luma[cell] < DARK * light[cell];
            isSkin[cell] = distance[cell] > FRAYED && !isDark && !rim[cell];
            boolean isLeft = rim[cell] || (distance[cell] > FRAYED && isDark);
            cover[cell] = isLeft ? 0 : 1 - Smoothstep.of(distance[cell] / BLEND);
        }
    }

    private double luma(int cell) {
        return new Rgb(seen[0][cell], seen[1][cell], seen[2][cell]).luma();
    }

    /** The brightness that three of four cells near by, outside the eye, are below. */
    private double lightNear(int cell) {
        double[] near = new double[(2 * NEAR_CELLS + 1) * (2 * NEAR_CELLS + 1)];
        int count = 0;
        int row = Grid.row(cell);
        int column = Grid.column(cell);
        for (int j = Math.max(0, row - NEAR_CELLS); j <= Math.min(Grid.ROWS - 1, row + NEAR_CELLS); j++) {
            for (int i = Math.max(0, column - NEAR_CELLS); i <= Math.min(Grid.COLUMNS - 1, column + NEAR_CELLS); i++) {
                if (distance[j * Grid.COLUMNS + i] > 0) {
                    near[count++] = luma(j * Grid.COLUMNS + i);
                }
            }
        }
        Arrays.sort(near, 0, count);
        return near[count * 3 / 4];
    }

    /** Solves Laplace's equation over all cells that are not skin, by successive over-relaxation. */
    private double[] membrane(double[] colours) {
        double[] membrane = colours.clone();
        double mean = 0;
        int count = 0;
        for (int cell = 0; cell < membrane.length; cell++) {
            if (isSkin[cell] && distance[cell] < FADE) {
                mean += membrane[cell];
                count++;
            }
        }
        for (int cell = 0; cell < membrane.length; cell++) {
            membrane[cell] = isSkin[cell] ? membrane[cell] : mean / Math.max(1, count);
        }
        for (int pass = 0; pass < PASSES; pass++) {
            for (int row = 1; row < Grid.ROWS - 1; row++) {
                for (int cell = row * Grid.COLUMNS + 1; cell < row * Grid.COLUMNS + Grid.COLUMNS - 1; cell++) {
                    if (!isSkin[cell]) {
                        double level = (membrane[cell - 1]
                                        + membrane[cell + 1]
                                        + membrane[cell - Grid.COLUMNS]
                                        + membrane[cell + Grid.COLUMNS])
                                / 4;
                        membrane[cell] += OVER_RELAXATION * (level - membrane[cell]);
                    }
                }
            }
        }
        return membrane;
    }

    /** The colour of the skin. */
    Rgb at(double x, double y) {
        double mirrored = eye.lidEdge(x, 1) + 0.12 + Math.abs(eye.lidEdge(x, 1) + 0.12 - y) * 0.8;
        Rgb cheek = picture.at(eye.toPicture(x, mirrored));
        Rgb smooth = read(seen, x, mirrored);
        Rgb here = read(membrane, x, y);
        return new Rgb(
                here.red() + grain(cheek.red() - smooth.red()),
                here.green() + grain(cheek.green() - smooth.green()),
                here.blue() + grain(cheek.blue() - smooth.blue()));
    }

    private static double grain(double value) {
        return Math.clamp(value, -MOST_GRAIN, MOST_GRAIN);
    }

    /** Weight of the skin over the picture, 0..1. */
    double cover(double x, double y) {
        return Grid.read(cover, x, y);
    }

    /** Alpha of the patch, 0..1. */
    double alpha(double x, double y) {
        return 1 - Smoothstep.of((Grid.read(distance, x, y) - BLEND) / (FADE - BLEND));
    }

    private static Rgb read(double[][] planes, double x, double y) {
        return new Rgb(Grid.read(planes[0], x, y), Grid.read(planes[1], x, y), Grid.read(planes[2], x, y));
    }
}
