package avatar.web.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import avatar.contract.speech.Channels;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.ProxyContext;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.function.Function;

/** The channel that a request is about; none where its id is invalid. */
final class RequestedChannel {

    private RequestedChannel() {}

    /**
     * Reads it from the path.
     *
     * @param route whose first parameter or wildcard is the channel, with or without an extension
     */
    static Function<ProxyContext, Optional<String>> inPath(String route) {
        return context -> inPath(route, context.request().proxiedRequest());
    }

    /** Reads it from the path of a request; otherwise as {@link #inPath(String)}. */
    static Optional<String> inPath(String route, HttpServerRequest request) {
        return channel(segment(route, request));
    }

    /** The segment of a path that is the first parameter or wildcard of its route; empty if the path is shorter. */
    static String segment(String route, HttpServerRequest request) {
        int position = (int) route.replaceFirst("[:*].*", "")
                .chars()
                .filter(character -> character == '/')
                .count();
        String[] path = requireNonNullElse(request.path(), "").split("/", -1);
        return path.length <= position ? "" : path[position];
    }

    /** Reads it from field {@code id} of the body. */
    static Optional<String> inBody(ProxyContext context) {
        Buffer body = Exchange.body(context);
        try {
            return body != null && new JsonObject(body).getValue("id") instanceof String id
                    ? Optional.of(id).filter(Channels::isValid)
                    : Optional.empty();
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> channel(String segment) {
        try {
            String name = URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
            int extension = name.indexOf('.');
            return Optional.of(extension < 0 ? name : name.substring(0, extension))
                    .filter(Channels::isValid);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
