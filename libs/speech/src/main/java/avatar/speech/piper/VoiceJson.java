package avatar.speech.piper;

import avatar.contract.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The {@code .onnx.json} beside a model, as Piper's training writes it. */
final class VoiceJson {

    /** A voice with 900 speakers has 20 KB. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    // The defaults of piper1-gpl's config.py.
    private static final double NOISE = 0.667;
    private static final double LENGTH = 1.0;
    private static final double NOISE_WIDTH = 0.8;

    private final JsonNode tree;

    private VoiceJson(JsonNode tree) {
        this.tree = tree;
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException describing what is wrong with the file
     */
    static VoiceJson read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(
                        "%s is missing; a Piper voice consists of two files".formatted(file.getFileName()));
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("%s has %d bytes, expected at most %d"
                        .formatted(file.getFileName(), Files.size(file), MOST_BYTES));
            }
            JsonNode tree = Json.mapper().readTree(Files.readAllBytes(file));
            if (!tree.isObject()) {
                throw new IllegalArgumentException("%s is not a JSON object".formatted(file.getFileName()));
            }
            return new VoiceJson(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s is not JSON: %s".formatted(file.getFileName(), e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s can't be read: %s".formatted(file.getFileName(), e), e);
        }
    }

    /** BCP 47; older voices have only espeak-ng's language. */
    String language() {
        String code = tree.path("language").path("code").asText(espeakVoice());
        return Locale.forLanguageTag(code.replace('_', '-')).toLanguageTag();
    }

    /** The name for display: {@code amy (medium)}. */
    String name(String otherwise) {
        String name = tree.path("dataset").asText("");
        String quality = tree.path("audio").path("quality").asText("");
        if (name.isEmpty()) {
            return otherwise;
        }
        return quality.isEmpty() ? name : "%s (%s)".formatted(name, quality);
    }

    /**
     * The parameters for synthesis.
     *
     * @throws IllegalArgumentException naming what is missing or invalid
     */
    VoiceParameters settings() {
        String type = tree.path("phoneme_type").asText("espeak");
        if (!type.equals("espeak")) {
            throw new IllegalArgumentException("phoneme_type is '%s', expected 'espeak'".formatted(type));
        }
        if (espeakVoice().isEmpty()) {
            throw new IllegalArgumentException("espeak.voice is missing");
        }
        int rateHz = number(tree.path("audio").path("sample_rate"), "audio.sample_rate");
        return new VoiceParameters(rateHz, espeakVoice(), scales(), new PhonemeIds(ids()));
    }

    private static int number(JsonNode value, String name) {
        if (!value.isInt()) {
            throw new IllegalArgumentException(
                    "%s is %s, expected a number".formatted(name, value.isMissingNode() ? "missing" : value));
        }
        return value.asInt();
    }

    private String espeakVoice() {
        return tree.path("espeak").path("voice").asText("");
    }

    private Scales scales() {
        JsonNode inference = tree.path("inference");
        return new Scales(
                (float) inference.path("noise_scale").asDouble(NOISE),
                (float) inference.path("length_scale").asDouble(LENGTH),
                (float) inference.path("noise_w").asDouble(NOISE_WIDTH));
    }

    private Map<Integer, List<Long>> ids() {
        int symbols = number(tree.path("num_symbols"), "num_symbols");
        Map<Integer, List<Long>> ids = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : tree.path("phoneme_id_map").properties()) {
            String phoneme = entry.getKey();
            // Newer voices also have pairs of vowels, for other phonemizers than espeak-ng.
            if (phoneme.codePointCount(0, phoneme.length()) == 1) {
                ids.put(phoneme.codePointAt(0), ids(phoneme, entry.getValue(), symbols));
            }
        }
        return ids;
    }

    private static List<Long> ids(String phoneme, JsonNode listed, int symbols) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode id : listed) {
            if (!id.isIntegralNumber() || id.asLong() < 0 || id.asLong() >= symbols) {
                throw new IllegalArgumentException("phoneme_id_map has %s for '%s', expected ids below num_symbols, %d"
                        .formatted(id, phoneme, symbols));
            }
            ids.add(id.asLong());
        }
        return ids;
    }
}
