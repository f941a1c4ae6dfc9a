package avatar.sadtalker.checkpoint;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.sadtalker.tensor.Shape;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The header of a safetensors file: name, type, shape and place of each tensor. */
final class SafetensorsHeader {

    private static final String METADATA = "__metadata__";

    /** Limit for a tensor, so that it fits an array. */
    private static final long MOST_NUMBERS = Integer.MAX_VALUE / Float.BYTES;

    private SafetensorsHeader() {}

    /** Types of numbers, by the format's own names. */
    enum NumberType {
        BOOL(1),
        U8(1),
        I8(1),
        I16(2),
        U16(2),
        F16(2),
        BF16(2),
        I32(4),
        U32(4),
        F32(4),
        I64(8),
        U64(8),
        F64(8);

        private final int bytes;

        NumberType(int bytes) {
            this.bytes = bytes;
        }
    }

    /**
     * One tensor.
     *
     * @param from the first byte, counted from the end of the header
     * @param to exclusive
     */
    record Entry(NumberType type, Shape shape, long from, long to) {}

    /**
     * Reads the header, and checks that the tensors follow each other and fill the file.
     *
     * @param space of the file behind the header, in bytes
     */
    static Map<String, Entry> parse(String file, byte[] header, long space) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : tree(file, header).properties()) {
            if (!field.getKey().equals(METADATA)) {
                entries.put(field.getKey(), entry(file, field.getKey(), field.getValue()));
            }
        }
        requireFilled(file, entries, space);
        return entries;
    }

    private static JsonNode tree(String file, byte[] header) {
        try (JsonParser parser = Json.mapper().createParser(header)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            JsonNode tree = Json.mapper().readTree(parser);
            if (tree == null || !tree.isObject()) {
                throw Invalid.because(file, "is not a safetensors file: its header is not a JSON object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw Invalid.because(
                    e,
                    file,
                    "is not a safetensors file: its header is not a JSON object: %s".formatted(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String file, String tensor, JsonNode node) {
        try {
            NumberType type = NumberType.valueOf(node.path("dtype").asText().toUpperCase(Locale.ROOT));
            List<Integer> dims = new ArrayList<>();
            for (JsonNode dim : node.withArray("shape")) {
                dims.add(dim.intValue());
            }
            Shape shape = new Shape(dims);
            JsonNode offsets = node.withArray("data_offsets");
            Entry entry = new Entry(
                    type, shape, offsets.path(0).longValue(), offsets.path(1).longValue());
            if (offsets.size() != 2
                    || shape.dims().contains(Shape.ANY)
                    || shape.elements() > MOST_NUMBERS
                    || entry.from() < 0
                    || entry.to() - entry.from() != shape.elements() * type.bytes) {
                throw malformed(file, tensor, node, null);
            }
            return entry;
        } catch (IllegalArgumentException | UnsupportedOperationException | ArithmeticException e) {
            throw malformed(file, tensor, node, e);
        }
    }

    private static AvatarException malformed(String file, String tensor, JsonNode node, @Nullable Throwable cause) {
        return Invalid.because(
                cause,
                file,
                "describes tensor '%s' by %s; expected a dtype, a shape, and data_offsets that agree with them"
                        .formatted(tensor, node));
    }

    private static void requireFilled(String file, Map<String, Entry> entries, long space) {
        long end = 0;
        List<Map.Entry<String, Entry>> sorted = entries.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Entry> e) -> e.getValue().from())
                        .thenComparingLong(e -> e.getValue().to()))
                .toList();
        for (Map.Entry<String, Entry> tensor : sorted) {
            if (tensor.getValue().from() != end) {
                throw Invalid.because(
                        file,
                        "has tensor '%s' at byte %,d, expected %,d, where the one before it ends"
                                .formatted(tensor.getKey(), tensor.getValue().from(), end));
            }
            end = tensor.getValue().to();
            if (end > space) {
                throw Invalid.because(
                        file,
                        "is cut off: tensor '%s' ends at byte %,d behind the header, the file at %,d"
                                .formatted(tensor.getKey(), end, space));
            }
        }
        if (end != space) {
            throw Invalid.because(
                    file, "has %,d bytes behind its header, but its tensors need %,d".formatted(space, end));
        }
    }
}
