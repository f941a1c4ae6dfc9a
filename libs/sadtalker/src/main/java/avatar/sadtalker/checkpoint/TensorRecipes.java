package avatar.sadtalker.checkpoint;

import avatar.sadtalker.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of the few functions that a pickle of tensors calls, computed without calling anything. */
final class TensorRecipes {

    private TensorRecipes() {}

    /** A file of the archive that contains tensors. */
    private record Storage(PickledGlobal type, String key, long numbers) {}

    /**
     * The storage that a pickle's persistent identifier refers to.
     *
     * @param id a tuple: the word storage, its type, its key, the device it was on, how many numbers it has
     */
    static Object storage(String file, Object id) {
        if (id instanceof List<?> parts
                && parts.size() >= 5
                && "storage".equals(parts.get(0))
                && parts.get(1) instanceof PickledGlobal type
                && type.isStorage()
                && parts.get(2) instanceof String key
                && parts.get(4) instanceof Long numbers) {
            return new Storage(type, key, numbers);
        }
        throw Invalid.because(
                file, "has a pickle that refers to %s, expected the storage of a tensor".formatted(kind(id)));
    }

    /** @param call the function, and the tuple of its arguments */
    static Object build(String file, List<Object> call) {
        if (call.getFirst() instanceof PickledGlobal function && call.getLast() instanceof List<?> arguments) {
            switch (function) {
                case ORDERED_DICT -> {
                    if (arguments.isEmpty()) {
                        return new LinkedHashMap<>();
                    }
                }
                case PARAMETER -> {
                    if (!arguments.isEmpty() && arguments.getFirst() instanceof PickledTensor tensor) {
                        return tensor;
                    }
                }
                case TENSOR -> {
                    return tensor(file, arguments);
                }
                default -> {
                    // Types of storages are named, never called.
                }
            }
        }
        throw Invalid.because(
                file, "has a pickle that calls %s with %s".formatted(kind(call.getFirst()), kind(call.getLast())));
    }

    private static PickledTensor tensor(String file, List<?> arguments) {
        if (arguments.size() >= 4
                && arguments.get(0) instanceof Storage storage
                && arguments.get(1) instanceof Long offset
                && arguments.get(2) instanceof List<?> size
                && arguments.get(3) instanceof List<?> stride) {
            Shape shape = new Shape(
                    size.stream().map(dim -> Math.toIntExact((Long) dim)).toList());
            long numbers = requireDense(file, shape, stride);
            if (shape.dims().contains(Shape.ANY) || offset < 0 || offset > storage.numbers() - numbers) {
                throw Invalid.because(
                        file,
                        "has a tensor of %s from number %d on in a storage of %d numbers"
                                .formatted(shape, offset, storage.numbers()));
            }
            return new PickledTensor(storage.key(), storage.type(), offset, shape);
        }
        throw Invalid.because(file, "has a pickle that describes a tensor by %s".formatted(kind(arguments)));
    }

    private static long requireDense(String file, Shape shape, List<?> stride) {
        long expected = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            boolean matters = shape.at(axis) != 1;
            if (stride.size() != shape.rank() || (matters && (Long) stride.get(axis) != expected)) {
                throw Invalid.because(
                        file, "has a tensor of %s with strides %s, expected one without gaps".formatted(shape, stride));
            }
            expected = Math.multiplyExact(expected, (long) shape.at(axis));
        }
        return expected;
    }

    /** The kind of an object; its content may be anything, itself included. */
    private static String kind(Object value) {
        return switch (value) {
            case List<?> list -> "a list of %d".formatted(list.size());
            case Map<?, ?> map -> "a dictionary of %d".formatted(map.size());
            default -> value.toString();
        };
    }
}
