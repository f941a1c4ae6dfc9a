package avatar.setup.shapes;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits the shapes that, mixed by {@link Articulation}, come nearest to the measured lips, in least squares over all
 * pictures of speech (ridge regression). Each shape is pulled towards its expected shape, as strongly as by
 * {@link #EXPECTED_FRAMES} pictures of it: frequent shapes are measured, shapes that never occur are as expected.
 */
final class ShapeFit {

    /** Two sounds last about that long. By the error on a clip left out, 2 to 6 are as good within a hundredth. */
    private static final double EXPECTED_FRAMES = 6;

    private final double[][] normal = new double[Articulation.PLACES][Articulation.PLACES];
    private final double[][] right = new double[Articulation.PLACES][];

    /** @param expected movement of every place */
    ShapeFit(List<LipContour> expected) {
        for (int place = 0; place < Articulation.PLACES; place++) {
            normal[place][place] = EXPECTED_FRAMES;
            right[place] = expected.get(place).times(EXPECTED_FRAMES).coordinates();
        }
    }

    void add(TalkingClip clip) {
        for (int frame : clip.speech()) {
            double[] weights = Articulation.weights(clip.sounds(), TalkingClip.time(frame, clip.fps()));
            double[] seen = clip.moves().get(frame).coordinates();
            for (int i = 0; i < weights.length; i++) {
                addScaled(normal[i], weights, weights[i]);
                addScaled(right[i], seen, weights[i]);
            }
        }
    }

    /** The movement of every place. */
    List<LipContour> shapes() {
        return Cholesky.solve(normal, right).stream().map(LipContour::of).toList();
    }

    /**
     * The part of the movement in a clip that shapes don't explain: sum of squared errors over sum of squares.
     *
     * @param shapes of every place
     */
    static double unexplained(List<LipContour> shapes, TalkingClip clip) {
        double errors = 0;
        double all = 0;
        for (int frame : clip.speech()) {
            double[] weights = Articulation.weights(clip.sounds(), TalkingClip.time(frame, clip.fps()));
            LipContour seen = clip.moves().get(frame);
            LipContour error = seen;
            for (int place = 0; place < weights.length; place++) {
                error = error.minus(shapes.get(place).times(weights[place]));
            }
            errors += error.size() * error.size();
            all += seen.size() * seen.size();
        }
        return errors / all;
    }

    /** The average part of each clip that shapes fitted to all other clips don't explain. */
    static double unexplainedWhenLeftOut(List<TalkingClip> clips, List<LipContour> expected) {
        List<Double> unexplained = new ArrayList<>();
        for (int left = 0; left < clips.size(); left++) {
            List<TalkingClip> others = new ArrayList<>(clips);
            TalkingClip clip = others.remove(left);
            ShapeFit fit = new ShapeFit(expected);
            others.forEach(fit::add);
            unexplained.add(unexplained(fit.shapes(), clip));
        }
        return unexplained.stream().mapToDouble(part -> part).average().orElseThrow();
    }

    private static void addScaled(double[] sum, double[] values, double factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }
}
