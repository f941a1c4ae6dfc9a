package avatar.faces.video;

/**
 * Optical flow: the movement of every point from one picture to another, on a grid coarser than the pictures. Lengths
 * are in cells.
 */
final class Flow {

    private final int width;
    private final int height;
    private final float[] steps;

    /** @param steps to the right and down, for each cell, row by row */
    Flow(int width, int height, float[] steps) {
        this.width = width;
        this.height = height;
        this.steps = steps;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Movement of that cell to the right. */
    float dx(int cell) {
        return steps[2 * cell];
    }

    /** Movement of that cell down. */
    float dy(int cell) {
        return steps[2 * cell + 1];
    }

    /** Movement of the point at (x, y) to the right. */
    float dx(float x, float y) {
        return at(x, y, 0);
    }

    /** Movement of the point at (x, y) down. */
    float dy(float x, float y) {
        return at(x, y, 1);
    }

    /** Linear between the cells; beyond the edge as at the edge. */
    private float at(float x, float y, int axis) {
        float inX = Math.clamp(x, 0, width - 1);
        float inY = Math.clamp(y, 0, height - 1);
        int left = (int) inX;
        int top = (int) inY;
        int here = 2 * (top * width + left) + axis;
        int right = left + 1 < width ? 2 : 0;
        int below = top + 1 < height ? 2 * width : 0;
        float partX = inX - left;
        float above = steps[here] + partX * (steps[here + right] - steps[here]);
        float under = steps[here + below] + partX * (steps[here + below + right] - steps[here + below]);
        return above + (inY - top) * (under - above);
    }
}
