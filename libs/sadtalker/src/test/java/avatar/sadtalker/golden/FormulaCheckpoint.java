package avatar.sadtalker.golden;

import avatar.contract.json.Json;
import avatar.sadtalker.checkpoint.SafetensorsFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checkpoints in the official layout, each tensor filled by the formula of the golden set's README. */
public final class FormulaCheckpoint {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private FormulaCheckpoint() {}

    /**
     * A tensor of the manifest.
     *
     * @param rule that fills it
     */
    public record Tensor(String key, List<Integer> shape, String type, String rule) {

        public int numbers() {
            return shape.stream().reduce(1, (a, b) -> a * b);
        }

        int bytes() {
            return numbers() * (type.equals("I64") ? Long.BYTES : Float.BYTES);
        }

        /** Little-endian. */
        public byte[] data() throws IOException {
            ByteBuffer data = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
            if (rule.equals("stored")) {
                try (SafetensorsFile stored = SafetensorsFile.open(Golden.file("stored.safetensors"))) {
                    data.asFloatBuffer().put(stored.floats(key));
                }
            } else if (!rule.equals("zero")) {
                long seed = hash(key);
                int fanIn = shape.stream().skip(1).reduce(1, (a, b) -> a * b);
                for (int i = 0; i < numbers(); i++) {
                    double u = (mixed(seed + (i + 1) * GOLDEN_GAMMA) >>> 40) * 0x1p-24;
                    data.putFloat((float) value(u, fanIn));
                }
            }
            return data.array();
        }

        private double value(double u, int fanIn) {
            return switch (rule) {
                case "weight" -> (2 * u - 1) * Math.sqrt(3.0 / fanIn);
                case "gain" -> 0.8 + 0.4 * u;
                case "bias" -> (u - 0.5) * 0.1;
                case "running_mean" -> (u - 0.5) * 0.2;
                case "running_var" -> 0.5 + u;
                default -> throw new IllegalArgumentException("No rule '%s'".formatted(rule));
            };
        }
    }

    /** The tensors of all networks but the mapping one. */
    public static List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> network : Golden.json("manifest.json").properties()) {
            if (!network.getKey().equals("mapping")) {
                tensors.addAll(tensors(network.getValue()));
            }
        }
        return tensors;
    }

    /** Those of the mapping network, by their names in its own file. */
    public static List<Tensor> mappingTensors() {
        return tensors(Golden.json("manifest.json").get("mapping"));
    }

    private static List<Tensor> tensors(JsonNode network) {
        List<Tensor> tensors = new ArrayList<>();
        for (JsonNode tensor : network) {
            List<Integer> shape = new ArrayList<>();
            tensor.get("shape").forEach(dim -> shape.add(dim.intValue()));
            tensors.add(new Tensor(
                    tensor.get("key").asText(),
                    shape,
                    tensor.get("dtype").asText(),
                    tensor.get("rule").asText()));
        }
        return tensors;
    }

    public static void writeSafetensors(Path file, List<Tensor> tensors) throws IOException {
        writeHeader(file, tensors);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
            for (Tensor tensor : tensors) {
                out.write(tensor.data());
            }
        }
    }

    /** Behind a header, how many bytes the tensors have. */
    public static long bytes(List<Tensor> tensors) {
        return tensors.stream().mapToLong(Tensor::bytes).sum();
    }

    /** A file that ends where the numbers would begin. */
    public static void writeHeader(Path file, List<Tensor> tensors) throws IOException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        long at = 0;
        for (Tensor tensor : tensors) {
            List<Long> offsets = List.of(at, at + tensor.bytes());
            header.put(tensor.key(), Map.of("dtype", tensor.type(), "shape", tensor.shape(), "data_offsets", offsets));
            at += tensor.bytes();
        }
        byte[] json = Json.write(header);
        ByteBuffer written = ByteBuffer.allocate(Long.BYTES + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json);
        Files.write(file, written.array());
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (byte octet : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mixed(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
