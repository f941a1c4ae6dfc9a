package avatar.mouths.warp;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Point;
import java.util.function.Function;

/** A smooth shift of every pixel of a box, given at the corners of coarse squares and interpolated linearly. */
final class Field {

    private final PixelBox box;
    private final int step;
    private final int columns;
    private final float[] shiftX;
    private final float[] shiftY;

    /**
     * @param step side of the squares in pixels
     * @param shift in pixels, of a place in the picture
     */
    Field(PixelBox box, int step, Function<Point, Point> shift) {
        this.box = box;
        this.step = step;
        this.columns = box.width() / step + 2;
        int rows = box.height() / step + 2;
        this.shiftX = new float[columns * rows];
        this.shiftY = new float[columns * rows];
        for (int i = 0; i < shiftX.length; i++) {
            int x = box.x() + i % columns * step;
            int y = box.y() + i / columns * step;
            Point here = shift.apply(new Point(x, y));
            shiftX[i] = (float) here.x();
            shiftY[i] = (float) here.y();
        }
    }

    double shiftX(double x, double y) {
        return between(shiftX, x, y);
    }

    double shiftY(double x, double y) {
        return between(shiftY, x, y);
    }

    private double between(float[] values, double x, double y) {
        double across = (x - box.x()) / step;
        double down = (y - box.y()) / step;
        int column = (int) across;
        int row = (int) down;
        double right = across - column;
        double below = down - row;
        int at = row * columns + column;
        double upper = values[at] + (values[at + 1] - values[at]) * right;
        double lower = values[at + columns] + (values[at + columns + 1] - values[at + columns]) * right;
        return upper + (lower - upper) * below;
    }
}
