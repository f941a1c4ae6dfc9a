package avatar.phonetics.align;

/** The fast Fourier transform of Cooley and Tukey (1965), in place, for one power of two. Not thread-safe. */
final class Fourier {

    private final int size;
    private final double[] cosines;
    private final double[] sines;

    Fourier(int size) {
        this.size = size;
        this.cosines = new double[size / 2];
        this.sines = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosines[i] = Math.cos(2 * Math.PI * i / size);
            sines[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    void transform(double[] real, double[] imaginary) {
        swapByReversedBits(real, imaginary);
        for (int length = 2; length <= size; length *= 2) {
            for (int start = 0; start < size; start += length) {
                combine(real, imaginary, start, length);
            }
        }
    }

    private void combine(double[] real, double[] imaginary, int start, int length) {
        int half = length / 2;
        int step = size / length;
        for (int k = 0; k < half; k++) {
            int even = start + k;
            int odd = even + half;
            double cosine = cosines[k * step];
            double sine = sines[k * step];
            double re = real[odd] * cosine - imaginary[odd] * sine;
            double im = real[odd] * sine + imaginary[odd] * cosine;
            real[odd] = real[even] - re;
            imaginary[odd] = imaginary[even] - im;
            real[even] += re;
            imaginary[even] += im;
        }
    }

    private void swapByReversedBits(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(size) + 1;
        for (int i = 0; i < size; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double re = real[i];
                real[i] = real[j];
                real[j] = re;
                double im = imaginary[i];
                imaginary[i] = imaginary[j];
                imaginary[j] = im;
            }
        }
    }
}
