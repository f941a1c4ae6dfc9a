package avatar.web.gateway;

import avatar.access.Quota;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a POST to a route costs of its key's quotas. */
enum Charge {
    NOTHING {
        @Override
        Map<Quota, Long> of(@Nullable Buffer body) {
            return Map.of();
        }
    },
    /** A form may have a recording, or a text that is not read here. */
    SPEECH {
        @Override
        Map<Quota, Long> of(@Nullable Buffer body) {
            return text(body)
                    .map(text -> Map.of(Quota.CHARACTERS, length(text)))
                    .orElse(Map.of(Quota.RECORDINGS, 1L));
        }
    },
    RENDER {
        @Override
        Map<Quota, Long> of(@Nullable Buffer body) {
            return Map.of(
                    Quota.RENDERS,
                    1L,
                    Quota.CHARACTERS,
                    text(body).map(Charge::length).orElse(0L));
        }
    },
    UPLOAD {
        @Override
        Map<Quota, Long> of(@Nullable Buffer body) {
            return Map.of(Quota.UPLOADS, 1L);
        }
    },
    CHANNEL {
        @Override
        Map<Quota, Long> of(@Nullable Buffer body) {
            return Map.of(Quota.CHANNELS, 1L);
        }
    };

    /** @param body null if it is streamed */
    abstract Map<Quota, Long> of(@Nullable Buffer body);

    /** The text that is to be spoken; empty for a body that is none of JSON with one. */
    static Optional<String> text(@Nullable Buffer body) {
        return field(body, "text");
    }

    /** A string in a JSON body. */
    static Optional<String> field(@Nullable Buffer body, String name) {
        return object(body)
                .flatMap(object ->
                        object.getValue(name) instanceof String value ? Optional.of(value) : Optional.empty());
    }

    /** Whether a body is a JSON object. */
    static boolean isObject(Buffer body) {
        return object(body).isPresent();
    }

    private static Optional<JsonObject> object(@Nullable Buffer body) {
        try {
            return body == null ? Optional.empty() : Optional.of(new JsonObject(body));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static long length(String text) {
        return text.codePointCount(0, text.length());
    }
}
