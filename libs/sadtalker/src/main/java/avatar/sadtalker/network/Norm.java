package avatar.sadtalker.network;

/** A batch norm after its training: each channel times a factor, plus a shift. */
record Norm(Weight gain, Weight bias, Weight mean, Weight variance) {

    static final double EPSILON = 1e-5;

    static Norm of(Weights weights, int channels) {
        return new Norm(
                weights.take("weight", channels),
                weights.take("bias", channels),
                weights.take("running_mean", channels),
                weights.take("running_var", channels));
    }

    double[] factors() {
        float[] gains = gain.floats().get();
        float[] variances = variance.floats().get();
        double[] factors = new double[gains.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = gains[i] / Math.sqrt(variances[i] + EPSILON);
        }
        return factors;
    }

    /** The normalized value of a channel. */
    float[] applied(float[] before) {
        double[] factors = factors();
        float[] means = mean.floats().get();
        float[] biases = bias.floats().get();
        float[] after = new float[factors.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = (float) ((before[i] - (double) means[i]) * factors[i] + biases[i]);
        }
        return after;
    }
}
