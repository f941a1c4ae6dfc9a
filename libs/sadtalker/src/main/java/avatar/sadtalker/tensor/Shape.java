package avatar.sadtalker.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of a tensor, outermost first.
 *
 * @param dims none for a single number; {@link #ANY} where a size is open until a network runs
 */
public record Shape(List<Integer> dims) {

    /** A dimension of any size. */
    public static final int ANY = -1;

    public Shape {
        dims = List.copyOf(dims);
        for (int dim : dims) {
            if (dim < ANY) {
                throw new IllegalArgumentException("Invalid dimension of a tensor: %d".formatted(dim));
            }
        }
    }

    public static Shape of(int... dims) {
        return new Shape(Arrays.stream(dims).boxed().toList());
    }

    public int rank() {
        return dims.size();
    }

    /** The size of one dimension; from the end if negative. */
    public int at(int axis) {
        return dims.get(axis < 0 ? axis + rank() : axis);
    }

    /**
     * Number of elements.
     *
     * @throws ArithmeticException if a long can't hold it
     */
    public long elements() {
        long elements = 1;
        for (int dim : dims) {
            elements = Math.multiplyExact(elements, (long) dim);
        }
        return elements;
    }

    public Shape with(int axis, int size) {
        List<Integer> changed = new ArrayList<>(dims);
        changed.set(axis < 0 ? axis + rank() : axis, size);
        return new Shape(changed);
    }

    /** The shape with one more dimension, the innermost. */
    public Shape plus(int size) {
        List<Integer> longer = new ArrayList<>(dims);
        longer.add(size);
        return new Shape(longer);
    }

    /** Whether a tensor of that shape matches this one. */
    public boolean allows(Shape other) {
        if (rank() != other.rank()) {
            return false;
        }
        for (int i = 0; i < rank(); i++) {
            if (at(i) != ANY && at(i) != other.at(i)) {
                return false;
            }
        }
        return true;
    }

    public long[] toLongs() {
        return dims.stream().mapToLong(Integer::longValue).toArray();
    }

    /** For messages: {@code 64x3x3x3}. */
    @Override
    public String toString() {
        return dims.isEmpty()
                ? "a single number"
                : dims.stream().map(dim -> dim == ANY ? "?" : dim.toString()).collect(Collectors.joining("x"));
    }
}
