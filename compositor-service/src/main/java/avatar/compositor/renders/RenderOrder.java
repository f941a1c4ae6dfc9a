package avatar.compositor.renders;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A film that somebody wants.
 *
 * @param text to be said; null if {@code utterance} is not
 * @param utterance id of one that was said; null if {@code text} is not
 * @param manner what tts-service is told beside the text: voice, rate, pitch, ssml, as they were written
 * @param avatar null for the default one, or the one that said the utterance
 */
record RenderOrder(
        @Nullable String text,
        @Nullable String utterance,
        Map<String, JsonNode> manner,
        @Nullable String avatar,
        RenderSettings settings) {

    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final int LONGEST_QUOTE = 200;

    RenderOrder {
        manner = Map.copyOf(manner);
    }

    /**
     * Reads the body of a request; fields it does not know are passed over.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST} or {@link ErrorCode#INVALID_RENDER}
     */
    static RenderOrder parse(byte[] body) {
        JsonNode order = tree(body);
        if (!order.isObject()) {
            throw unreadable("Expected a JSON object, found %s".formatted(order.isMissingNode() ? "nothing" : order));
        }
        JsonNode text = field(order, "text", "a string", JsonNode::isTextual);
        JsonNode utterance = field(order, "utterance", "a string", JsonNode::isTextual);
        if ((text == null) == (utterance == null)) {
            throw unreadable("Expected either a 'text' or an 'utterance', found %s"
                    .formatted(text == null ? "neither" : "both"));
        }
        JsonNode avatar = field(order, "avatar", "a string", JsonNode::isTextual);
        return new RenderOrder(
                text == null ? null : text.textValue(),
                utterance == null ? null : utterance.textValue(),
                manner(order),
                avatar == null ? null : avatar.textValue(),
                settings(order));
    }

    private static Map<String, JsonNode> manner(JsonNode order) {
        Map<String, JsonNode> manner = new LinkedHashMap<>();
        for (String name : List.of("voice", "rate", "pitch", "ssml")) {
            if (order.hasNonNull(name)) {
                manner.put(name, order.get(name));
            }
        }
        return manner;
    }

    private static RenderSettings settings(JsonNode order) {
        JsonNode fps = field(order, "fps", "a number", JsonNode::isNumber);
        JsonNode width = field(order, "width", "a whole number", JsonNode::isInt);
        return new RenderSettings(
                format(order),
                fps == null ? null : fps.doubleValue(),
                width == null ? null : width.intValue(),
                lead(order, "leadIn", RenderSettings.DEFAULT_LEAD_IN),
                lead(order, "leadOut", RenderSettings.DEFAULT_LEAD_OUT));
    }

    private static RenderFormat format(JsonNode order) {
        JsonNode format = field(order, "format", "'mp4' or 'webm'", JsonNode::isTextual);
        if (format == null) {
            return RenderFormat.MP4;
        }
        return RenderFormat.named(format.textValue())
                .orElseThrow(() -> unreadable("Field 'format' must be 'mp4' or 'webm', found %s".formatted(format)));
    }

    private static Duration lead(JsonNode order, String name, Duration usual) {
        JsonNode seconds = field(order, name, "seconds as a number", JsonNode::isNumber);
        // What is far out of bounds must not overflow before it is refused.
        return seconds == null
                ? usual
                : Duration.ofNanos(Math.round(Math.clamp(seconds.doubleValue(), -1e6, 1e6) * 1e9));
    }

    /** What tts-service is asked. */
    byte[] synthesis() {
        Map<String, Object> asked = new LinkedHashMap<>(manner);
        asked.put("text", String.valueOf(text));
        return Json.write(asked);
    }

    private static @Nullable JsonNode field(
            JsonNode order, String name, String expected, Predicate<JsonNode> isExpected) {
        JsonNode value = order.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!isExpected.test(value)) {
            throw unreadable("Field '%s' must be %s, found %s".formatted(name, expected, value));
        }
        return value;
    }

    private static JsonNode tree(byte[] body) {
        try {
            return READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AvatarException(ErrorCode.INVALID_REQUEST, "Not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AvatarException unreadable(String detail) {
        String told = detail.length() <= LONGEST_QUOTE ? detail : detail.substring(0, LONGEST_QUOTE) + "…";
        return new AvatarException(ErrorCode.INVALID_REQUEST, told);
    }
}
