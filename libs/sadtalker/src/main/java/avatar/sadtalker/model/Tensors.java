package avatar.sadtalker.model;

import avatar.sadtalker.tensor.Shape;
import java.util.HashMap;
import java.util.Map;

/** The outputs of a network. */
public final class Tensors {

    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, float[]> values = new HashMap<>();

    public void put(String name, Shape shape, float[] numbers) {
        shapes.put(name, shape);
        values.put(name, numbers);
    }

    /** One output, flattened. */
    public float[] get(String name) {
        return found(values, name);
    }

    public Shape shape(String name) {
        return found(shapes, name);
    }

    private static <T> T found(Map<String, T> tensors, String name) {
        T found = tensors.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "Unknown output: found '%s', expected one of %s".formatted(name, tensors.keySet()));
        }
        return found;
    }
}
