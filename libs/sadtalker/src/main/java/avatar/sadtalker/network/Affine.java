package avatar.sadtalker.network;

import avatar.sadtalker.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a convolution or of a linear layer, with folding of norms and shifts.
 *
 * @param kernel (output channels, ...)
 */
record Affine(Weight kernel, @Nullable Weight bias) {

    int outputs() {
        return kernel.shape().at(0);
    }

    /** These weights with the batch norm that follows. */
    Affine then(Norm norm) {
        Weight scaled = new Weight(
                kernel.name() + ".normed",
                kernel.shape(),
                () -> scaledRows(kernel.floats().get(), norm.factors()));
        Weight shifted = new Weight(
                kernel.name() + ".normed.bias",
                Shape.of(outputs()),
                () -> norm.applied(
                        bias == null ? new float[outputs()] : bias.floats().get()));
        return new Affine(scaled, shifted);
    }

    /**
     * These weights with their spectral norm: divided by the stretch of the stored direction.
     *
     * @param u (outputs)
     * @param v (everything else)
     */
    Affine spectral(Weight u, Weight v) {
        Weight divided = new Weight(kernel.name() + ".divided", kernel.shape(), () -> {
            float[] values = kernel.floats().get();
            double sigma = stretch(values, u.floats().get(), v.floats().get());
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (values[i] / sigma);
            }
            return values;
        });
        return new Affine(divided, bias);
    }

    /** These weights with a constant added to every output. */
    Affine plus(float addend) {
        Weight raised = new Weight(kernel.name() + ".raised.bias", Shape.of(outputs()), () -> {
            float[] biases = bias == null ? new float[outputs()] : bias.floats().get();
            for (int i = 0; i < biases.length; i++) {
                biases[i] += addend;
            }
            return biases;
        });
        return new Affine(kernel, raised);
    }

    private static double stretch(float[] matrix, float[] u, float[] v) {
        double sigma = 0;
        for (int row = 0; row < u.length; row++) {
            double sum = 0;
            for (int column = 0; column < v.length; column++) {
                sum += (double) matrix[row * v.length + column] * v[column];
            }
            sigma += u[row] * sum;
        }
        return sigma;
    }

    private static float[] scaledRows(float[] matrix, double[] factors) {
        int columns = matrix.length / factors.length;
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) (matrix[i] * factors[i / columns]);
        }
        return matrix;
    }
}
