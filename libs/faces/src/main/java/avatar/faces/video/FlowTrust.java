package avatar.faces.video;

/**
 * Finds where a flow is reliable and replaces the rest: what one picture hides has no counterpart in the other, and
 * on a bare wall everything matches. Such flow would tear a face, and bend a still background.
 */
final class FlowTrust {

    /** A point whose way forth and back ends this many cells from its start was lost. */
    private static final float ASTRAY = 1;

    /** A movement must explain the other picture better than standing still, by at least so many shades. */
    private static final float GAIN = 1.5f;

    /** Brightness that varies by so many shades within a few cells can be followed. */
    private static final float TEXTURE = 3;

    /** The neighbourhood in which pictures are compared, in cells. */
    private static final double NEAR = 2;

    /** Unreliable cells follow the reliable ones around them, up to this distance in cells. */
    private static final double REACH = 12;

    /** Without reliable cells near by, nothing moves. */
    private static final float STILLNESS = 0.02f;

    private final byte[] before;
    private final byte[] after;
    private final Flow forth;
    private final Flow back;

    /**
     * A flow and its opposite, each found by itself.
     *
     * @param before brightness of the cells of the picture where {@code forth} begins, {@code after} where it ends
     */
    FlowTrust(byte[] before, byte[] after, Flow forth, Flow back) {
        this.before = before;
        this.after = after;
        this.forth = forth;
        this.back = back;
    }

    /**
     * The flow with unreliable cells filled from their neighbourhood (normalised convolution: Knutsson, Westin, 1993).
     */
    Flow mended() {
        int cells = before.length;
        Planes near = compared().blurred(NEAR);
        Planes trusted = Planes.empty(forth.width(), forth.height(), 3);
        for (int cell = 0; cell < cells; cell++) {
            boolean moves = near.get(cell, 0) > near.get(cell, 1) + GAIN;
            float trust = texture(near, cell) * (moves ? returning(cell) : 1);
            trusted.set(cell, 0, moves ? trust * forth.dx(cell) : 0);
            trusted.set(cell, 1, moves ? trust * forth.dy(cell) : 0);
            trusted.set(cell, 2, trust);
        }
        Planes around = trusted.blurred(REACH);
        float[] steps = new float[2 * cells];
        for (int cell = 0; cell < cells; cell++) {
            float distrust = 1 - trusted.get(cell, 2);
            for (int axis = 0; axis < 2; axis++) {
                float there = around.get(cell, axis) / (around.get(cell, 2) + STILLNESS);
                steps[2 * cell + axis] = trusted.get(cell, axis) + distrust * there;
            }
        }
        return new Flow(forth.width(), forth.height(), steps);
    }

    /** For each cell the error of standing still, the error of moving, the brightness, and its square. */
    private Planes compared() {
        Planes planes = Planes.empty(forth.width(), forth.height(), 4);
        for (int cell = 0; cell < before.length; cell++) {
            int here = before[cell] & 0xff;
            planes.set(cell, 0, Math.abs(here - (after[cell] & 0xff)));
            planes.set(cell, 1, Math.abs(here - moved(cell)));
            planes.set(cell, 2, here);
            planes.set(cell, 3, here * here);
        }
        return planes;
    }

    /** The brightness where the cell has gone. */
    private float moved(int cell) {
        int width = forth.width();
        int column = cell % width;
        int row = cell / width;
        float x = Math.clamp(column + forth.dx(cell), 0, width - 1);
        float y = Math.clamp(row + forth.dy(cell), 0, forth.height() - 1);
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, forth.height() - 1);
        float above = mean(after[top * width + left], after[top * width + right], x - left);
        float below = mean(after[bottom * width + left], after[bottom * width + right], x - left);
        return above + (y - top) * (below - above);
    }

    private static float mean(byte one, byte other, float part) {
        return (one & 0xff) + part * ((other & 0xff) - (one & 0xff));
    }

    private static float texture(Planes near, int cell) {
        float variance = Math.max(0, near.get(cell, 3) - near.get(cell, 2) * near.get(cell, 2));
        return variance / (variance + TEXTURE * TEXTURE);
    }

    /** 1 for a point that returns to its start, near 0 for one that does not. */
    private float returning(int cell) {
        int column = cell % forth.width();
        int row = cell / forth.width();
        float toX = column + forth.dx(cell);
        float toY = row + forth.dy(cell);
        float missX = forth.dx(cell) + back.dx(toX, toY);
        float missY = forth.dy(cell) + back.dy(toX, toY);
        float miss = (missX * missX + missY * missY) / (ASTRAY * ASTRAY);
        return 1 / (1 + miss * miss);
    }
}
