package avatar.contract.json;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Quotes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The fields of a JSON object in a request. Unknown fields are ignored; null counts as absent. A field of another type is
 * refused with {@link ErrorCode#INVALID_REQUEST}, naming the field, what was expected and what was found.
 */
public final class JsonFields {

    private static final ObjectReader READER =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads a body that must be one JSON object and nothing else.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST}
     */
    public static JsonFields of(byte[] body) {
        JsonNode tree = tree(body);
        if (!tree.isObject()) {
            throw invalid("Expected a JSON object, found %s".formatted(tree.isMissingNode() ? "nothing" : tree));
        }
        return new JsonFields(tree);
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

    public Optional<String> text(String name) {
        return field(name, "a string", JsonNode::isTextual).map(JsonNode::textValue);
    }

    public String requiredText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    public Optional<Double> number(String name) {
        return number(name, "a number");
    }

    /**
     * A number.
     *
     * @param expected description for the error message, such as {@code seconds as a number}
     */
    public Optional<Double> number(String name, String expected) {
        return field(name, expected, JsonNode::isNumber).map(JsonNode::doubleValue);
    }

    public Optional<Integer> integer(String name) {
        return field(name, "a whole number", JsonNode::isInt).map(JsonNode::intValue);
    }

    public Optional<Boolean> flag(String name) {
        return field(name, "true or false", JsonNode::isBoolean).map(JsonNode::booleanValue);
    }

    /**
     * A string with a limited set of values.
     *
     * @param expected description for the error message
     */
    public Optional<String> choice(String name, String expected, Predicate<String> isChoice) {
        return field(name, expected, value -> value.isTextual() && isChoice.test(value.textValue()))
                .map(JsonNode::textValue);
    }

    /** A field of any type. */
    public Optional<JsonNode> any(String name) {
        return field(name, "a value", _ -> true);
    }

    private Optional<JsonNode> field(String name, String expected, Predicate<JsonNode> isExpected) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!isExpected.test(value)) {
            throw invalid("Field '%s' must be %s, found %s".formatted(name, expected, value));
        }
        return Optional.of(value);
    }

    private static AvatarException missing(String name) {
        return invalid("Field '%s' is missing".formatted(name));
    }

    /** An error with {@link ErrorCode#INVALID_REQUEST}, its quotes shortened. */
    public static AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_REQUEST, Quotes.shortened(detail));
    }
}
