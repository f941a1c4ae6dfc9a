package avatar.contract.json;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The JSON format of this system: durations are seconds as a decimal number, instants ISO 8601 in UTC; every field is
 * written and required when read; unknown fields, which a newer version may add, are ignored.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Json() {}

    /** The mapper with these rules, for code that needs more than the methods below. It must not be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** Writes a value as UTF-8, on one line. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a value.
     *
     * @throws AvatarException {@link ErrorCode#MALFORMED_RECORD} with the position and the reason
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(json, 0, json.length, type);
    }

    /** Reads a value from a tree parsed by {@link #mapper}; otherwise as {@link #read(byte[], Class)}. */
    public static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw malformed(type, e);
        }
    }

    /** Reads a value from a part of {@code bytes}; otherwise as {@link #read(byte[], Class)}. */
    public static <T> T read(byte[] bytes, int offset, int length, Class<T> type) {
        try {
            T value = MAPPER.readValue(bytes, offset, length, type);
            if (value == null) {
                throw new AvatarException(
                        ErrorCode.MALFORMED_RECORD, "Expected a %s, found null".formatted(type.getSimpleName()));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(type, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AvatarException malformed(Class<?> type, JsonProcessingException e) {
        return new AvatarException(
                ErrorCode.MALFORMED_RECORD, "Not a %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
    }
}
