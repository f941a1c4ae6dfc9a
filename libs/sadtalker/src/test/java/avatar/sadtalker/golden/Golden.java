package avatar.sadtalker.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.json.Json;
import avatar.sadtalker.checkpoint.SafetensorsFile;
import avatar.sadtalker.model.Tensors;
import avatar.sadtalker.tensor.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inputs and outputs of the reference networks. */
public final class Golden {

    private static final Path FOLDER = Path.of(System.getProperty("avatar.root", ".."), "../shared/golden/sadtalker");

    private Golden() {}

    /** Skips the test where the values are absent. */
    public static void require() {
        assumeTrue(Files.isDirectory(FOLDER), "'%s' is absent: parity is not checked".formatted(FOLDER));
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** One of the JSON files. */
    public static JsonNode json(String name) {
        try {
            return Json.mapper().readTree(file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tensor, {@code case/name}. */
    public static float[] floats(String key) {
        try (SafetensorsFile io = SafetensorsFile.open(file("io.safetensors"))) {
            return io.floats(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Shape shape(String key) {
        try (SafetensorsFile io = SafetensorsFile.open(file("io.safetensors"))) {
            return io.shape(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some tensors, as a network would have answered them. */
    public static Tensors tensors(String prefix, String... names) {
        Tensors tensors = new Tensors();
        for (String name : names) {
            tensors.put(name, shape(prefix + name), floats(prefix + name));
        }
        return tensors;
    }

    /** That no value is farther from the reference's. */
    public static void assertAsReference(String key, float[] found, double tolerance) {
        float[] expected = floats(key);
        assertThat(found).as(key).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs((double) expected[i] - found[i]));
        }
        System.out.printf("%s: largest difference from the reference %.2g%n", key, largest);
        assertThat(largest).as("largest difference of %s", key).isLessThan(tolerance);
    }
}
