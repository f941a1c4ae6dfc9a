package avatar.mouths.warp;

import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Refines the inner lines of the lips beyond the mesh: shut lips meet on the dark line of the picture, which a
 * tear beside it would show twice; open lips are kept clear of the teeth, which would stick to the lip.
 */
final class LipSeam {

    /** Search distance from the mesh's line, in eye distances. */
    private static final double REACH = 0.032;

    private static final double STEP = 0.002;

    /** A line at that distance must be this much darker, 0..255, than the mesh's own. */
    private static final double DOUBT = 22;

    private LipSeam() {}

    /**
     * The inner lines of open lips move outwards by this part of the opening, but by no more than the other of the
     * lip's height.
     */
    private static final double CLEAR = 0.12;

    private static final double CLEAR_OF_LIP = 0.3;

    /** The lips with refined inner lines. */
    static Lips found(Lips lips, Sampler sampler, FaceFrame frame) {
        return lips.isShut() ? onDarkest(lips, sampler, frame) : cleared(lips);
    }

    private static Lips cleared(Lips lips) {
        double[] down = new double[lips.innerUpper().size()];
        double[] up = new double[down.length];
        for (int i = 1; i < down.length - 1; i++) {
            double gap = lips.innerLower().get(i).y() - lips.innerUpper().get(i).y();
            down[i] = Math.clamp(CLEAR * gap, 0, Math.max(0, CLEAR_OF_LIP * lips.thinner(i)));
            up[i] = -down[i];
        }
        return lips.withInner(moved(lips.innerUpper(), up), moved(lips.innerLower(), down));
    }

    private static Lips onDarkest(Lips lips, Sampler sampler, FaceFrame frame) {
        List<Point> upper = lips.innerUpper();
        double[] down = new double[upper.size()];
        for (int i = 1; i < down.length - 1; i++) {
            double reach = Math.clamp(0.6 * lips.thinner(i), 0, REACH);
            down[i] = darkest(upper.get(i).plus(lips.innerLower().get(i)).times(0.5), reach, sampler, frame);
        }
        double[] smooth = smooth(smooth(down));
        return lips.withInner(moved(upper, smooth), moved(lips.innerLower(), smooth));
    }

    private static double darkest(Point onLine, double reach, Sampler sampler, FaceFrame frame) {
        double best = 0;
        double least = Double.MAX_VALUE;
        for (double down = -reach; down <= reach; down += STEP) {
            double luma =
                    sampler.at(frame.toPicture(onLine.plus(new Point(0, down)))).luma();
            double cost = luma + DOUBT * (down / REACH) * (down / REACH);
            if (cost < least) {
                least = cost;
                best = down;
            }
        }
        return best;
    }

    /** Weights 1 2 1; the corners stay. */
    private static double[] smooth(double[] values) {
        double[] smooth = new double[values.length];
        for (int i = 1; i < values.length - 1; i++) {
            smooth[i] = (values[i - 1] + 2 * values[i] + values[i + 1]) / 4;
        }
        return smooth;
    }

    private static List<Point> moved(List<Point> line, double[] down) {
        List<Point> moved = new ArrayList<>();
        for (int i = 0; i < down.length; i++) {
            moved.add(line.get(i).plus(new Point(0, down[i])));
        }
        return List.copyOf(moved);
    }
}
