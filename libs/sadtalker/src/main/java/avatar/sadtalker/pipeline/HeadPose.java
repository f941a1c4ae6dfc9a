package avatar.sadtalker.pipeline;

import avatar.sadtalker.model.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Head pose and expression, the output of the mapping network.
 *
 * @param shift up and down; the network's other two are not used
 * @param expression of each key point, x, y, z
 */
record HeadPose(
        double yawDegrees, double pitchDegrees, double rollDegrees, double shift, List<List<Float>> expression) {

    private static final int BIN_DEGREES = 3;
    private static final int LEAST_DEGREES = -99;

    /** With the precision of the original. */
    private static final double PI = 3.14;

    HeadPose {
        expression = List.copyOf(expression);
    }

    static HeadPose of(Tensors mapped, int row) {
        float[] expressions = mapped.get("exp");
        int points = mapped.shape("exp").at(1) / 3;
        List<List<Float>> expression = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            expression.add(Coefficients.part(expressions, (row * points + i) * 3, 3));
        }
        return new HeadPose(
                degrees(row(mapped, "yaw", row)),
                degrees(row(mapped, "pitch", row)),
                degrees(row(mapped, "roll", row)),
                row(mapped, "t", row)[1],
                expression);
    }

    private static float[] row(Tensors mapped, String head, int row) {
        int length = mapped.shape(head).at(1);
        return Arrays.copyOfRange(mapped.get(head), row * length, (row + 1) * length);
    }

    /** The mean of an angle from its probabilities in steps of 3 degrees from -99 on. */
    static double degrees(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        double mean = 0;
        for (int i = 0; i < logits.length; i++) {
            double chance = Math.exp(logits[i] - largest);
            sum += chance;
            mean += chance * i;
        }
        return mean / sum * BIN_DEGREES + LEAST_DEGREES;
    }

    /** Turned by the pitch about x, the yaw about y and the roll about z, the roll first. */
    double[][] rotation() {
        double pitch = pitchDegrees / 180 * PI;
        double yaw = yawDegrees / 180 * PI;
        double roll = rollDegrees / 180 * PI;
        double[][] aboutX = {{1, 0, 0}, {0, Math.cos(pitch), -Math.sin(pitch)}, {0, Math.sin(pitch), Math.cos(pitch)}};
        double[][] aboutY = {{Math.cos(yaw), 0, Math.sin(yaw)}, {0, 1, 0}, {-Math.sin(yaw), 0, Math.cos(yaw)}};
        double[][] aboutZ = {{Math.cos(roll), -Math.sin(roll), 0}, {Math.sin(roll), Math.cos(roll), 0}, {0, 0, 1}};
        return product(product(aboutX, aboutY), aboutZ);
    }

    /**
     * The key points of a face with this pose and expression.
     *
     * @param canonical those of the same face looking straight ahead: x, y, z of each
     */
    float[] keyPoints(float[] canonical) {
        double[][] rotation = rotation();
        float[] points = new float[canonical.length];
        for (int i = 0; i < canonical.length; i++) {
            int point = i / 3;
            int axis = i % 3;
            double turned = 0;
            for (int j = 0; j < 3; j++) {
                turned += rotation[axis][j] * canonical[point * 3 + j];
            }
            points[i] = (float)
                    (turned + (axis == 1 ? shift : 0) + expression.get(point).get(axis));
        }
        return points;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                for (int k = 0; k < 3; k++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }
}
