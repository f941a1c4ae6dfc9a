package avatar.bench.command;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The API key of {@code AVATAR_KEY}, for a system that asks for one. */
public final class ApiKey {

    private static final @Nullable String KEY = System.getenv("AVATAR_KEY");

    private ApiKey() {}

    /** Adds the key, if there is one. */
    public static HttpRequest.Builder addTo(HttpRequest.Builder request) {
        return KEY == null ? request : request.header("X-API-Key", KEY);
    }

    /** The header of a request that is written by hand; empty without a key. */
    public static String headerLine() {
        return KEY == null ? "" : "X-API-Key: %s\r\n".formatted(KEY);
    }
}
