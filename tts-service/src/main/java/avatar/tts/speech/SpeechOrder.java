package avatar.tts.speech;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST .../speech}, as its caller wrote it.
 *
 * @param voice null for the default one
 * @param pitch of the voice; one that can't change it keeps its own
 * @param ssml whether the text is SSML
 */
public record SpeechOrder(
        @Schema(required = true, examples = "Good morning.") String text,

        @Schema(examples = "flite-slt") @Nullable String voice,

        @Schema(minimum = "0.5", maximum = "2.0", defaultValue = "1.0")
        double rate,

        @Schema(minimum = "0.5", maximum = "2.0", defaultValue = "1.0")
        double pitch,

        @Schema(defaultValue = "false") boolean ssml,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"replace", "enqueue"},
                defaultValue = "replace")
        SpeechMode mode) {

    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads an order; fields it does not know are passed over.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST}
     */
    public static SpeechOrder fromJson(byte[] body) {
        JsonNode order = tree(body);
        if (!order.isObject()) {
            throw unreadable("Expected a JSON object, found %s".formatted(order.isMissingNode() ? "nothing" : order));
        }
        String text = field(order, "text", "a string", JsonNode::isTextual)
                .orElseThrow(() -> unreadable("Field 'text' is missing"))
                .asText();
        return new SpeechOrder(
                text,
                field(order, "voice", "a string", JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .orElse(null),
                field(order, "rate", "a number", JsonNode::isNumber)
                        .map(JsonNode::asDouble)
                        .orElse(1.0),
                field(order, "pitch", "a number", JsonNode::isNumber)
                        .map(JsonNode::asDouble)
                        .orElse(1.0),
                field(order, "ssml", "true or false", JsonNode::isBoolean)
                        .map(JsonNode::asBoolean)
                        .orElse(false),
                field(order, "mode", "'replace' or 'enqueue'", SpeechOrder::isMode)
                        .map(mode -> SpeechMode.ofLabel(mode.asText()))
                        .orElse(SpeechMode.REPLACE));
    }

    private static boolean isMode(JsonNode value) {
        return value.isTextual()
                && (value.asText().equals(SpeechMode.REPLACE.label())
                        || value.asText().equals(SpeechMode.ENQUEUE.label()));
    }

    private static Optional<JsonNode> field(
            JsonNode order, String name, String expected, Predicate<JsonNode> isExpected) {
        JsonNode value = order.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!isExpected.test(value)) {
            throw unreadable("Field '%s' must be %s, found %s".formatted(name, expected, shortened(value.toString())));
        }
        return Optional.of(value);
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
        return new AvatarException(ErrorCode.INVALID_REQUEST, shortened(detail));
    }

    /** A caller's own words, at most so many. */
    private static String shortened(String words) {
        int longest = 200;
        return words.length() <= longest ? words : words.substring(0, longest) + "…";
    }
}
