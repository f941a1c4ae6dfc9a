package avatar.sadtalker.network;

import java.util.Collections;
import java.util.List;

/**
 * The geometry of a convolution; its channels are those of its weights.
 *
 * @param kernel its size along every dimension
 * @param strides one for all dimensions, or one for each
 * @param padding with zeros on each side
 * @param groups of independent channels
 * @param biased whether it adds a bias to each channel
 */
record Convolution(int kernel, List<Integer> strides, int padding, int dilation, int groups, boolean biased) {

    /** A convolution that keeps width and height. */
    static Convolution of(int kernel) {
        return new Convolution(kernel, List.of(1), kernel / 2, 1, 1, true);
    }

    Convolution stride(Integer... steps) {
        return new Convolution(kernel, List.of(steps), padding, dilation, groups, biased);
    }

    Convolution padding(int zeros) {
        return new Convolution(kernel, strides, zeros, dilation, groups, biased);
    }

    Convolution dilation(int gap) {
        return new Convolution(kernel, strides, padding, gap, groups, biased);
    }

    Convolution groups(int count) {
        return new Convolution(kernel, strides, padding, dilation, count, biased);
    }

    Convolution unbiased() {
        return new Convolution(kernel, strides, padding, dilation, groups, false);
    }

    /** One value for each of so many dimensions. */
    List<Integer> strides(int dimensions) {
        return strides.size() == 1 ? Collections.nCopies(dimensions, strides.getFirst()) : strides;
    }

    /** The size of a dimension after the convolution. */
    int outputSize(int size, int stride) {
        return (size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1;
    }
}
