package avatar.web.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The places of a request in which callers present who they are. */
final class Credentials {

    static final String SESSION_COOKIE = "avatar_session";

    private static final String TOKEN = "token";
    private static final String AUTHORIZATION = "authorization";
    private static final String API_KEY = "x-api-key";
    private static final String COOKIE = "cookie";
    private static final String BEARER = "bearer ";

    private Credentials() {}

    /** The key or token of a header. */
    static Optional<String> inHeader(HttpServerRequest request) {
        String key = request.getHeader(API_KEY);
        if (key != null) {
            return Optional.of(key.strip());
        }
        String authorization = request.getHeader(AUTHORIZATION);
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    /** The token of a signed link. */
    static Optional<String> inQuery(HttpServerRequest request) {
        return Optional.ofNullable(request.getParam(TOKEN));
    }

    static Optional<String> inCookie(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(SESSION_COOKIE)).map(Cookie::getValue);
    }

    /** The headers without any of them. */
    static MultiMap removedFrom(MultiMap headers) {
        MultiMap clean = MultiMap.caseInsensitiveMultiMap().addAll(headers);
        clean.remove(AUTHORIZATION).remove(API_KEY);
        String cookies = clean.get(COOKIE);
        if (cookies != null && cookies.contains(SESSION_COOKIE)) {
            String others = Arrays.stream(cookies.split(";", -1))
                    .map(String::strip)
                    .filter(cookie -> !cookie.startsWith(SESSION_COOKIE + "="))
                    .collect(Collectors.joining("; "));
            if (others.isEmpty()) {
                clean.remove(COOKIE);
            } else {
                clean.set(COOKIE, others);
            }
        }
        return clean;
    }

    /** A query without the token; null if nothing is left. */
    static @Nullable String removedFrom(@Nullable String query) {
        if (query == null) {
            return null;
        }
        String rest = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.startsWith(TOKEN + "="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? null : rest;
    }
}
