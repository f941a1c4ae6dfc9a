package avatar.compositor.channel;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What makes a channel, as somebody asked for it: both are still to be checked. */
record NewChannel(String id, String avatar) {

    private static final int LONGEST_QUOTE = 100;

    /**
     * Reads the body of a request.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST}, quoting what was found
     */
    static NewChannel parse(byte[] body) {
        try {
            JsonNode tree = Json.mapper().readTree(body);
            if (tree.path("id").isTextual() && tree.path("avatar").isTextual()) {
                return new NewChannel(
                        tree.path("id").textValue(), tree.path("avatar").textValue());
            }
            throw refused(body, null);
        } catch (IOException e) {
            throw refused(body, e);
        }
    }

    private static AvatarException refused(byte[] body, @Nullable IOException cause) {
        String found = new String(body, StandardCharsets.UTF_8);
        String quoted = found.length() <= LONGEST_QUOTE ? found : found.substring(0, LONGEST_QUOTE) + "…";
        return new AvatarException(
                ErrorCode.INVALID_REQUEST,
                "The body must be {\"id\": \"...\", \"avatar\": \"...\"}, not '%s'".formatted(quoted),
                cause);
    }
}
