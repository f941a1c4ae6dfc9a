package avatar.web.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.httpproxy.ProxyContext;
import org.jspecify.annotations.Nullable;

/** The state of one request that its interceptors share. */
final class Exchange {

    private static final String BODY = "body of the request";
    private static final String INSTANCE = "instance that is asked";
    private static final String REQUEST = "request to the instance";

    private Exchange() {}

    /** Keeps the complete body, so that it can be sent again. */
    static void setBody(ProxyContext context, Buffer body) {
        context.set(BODY, body);
    }

    /** The complete body; null if it is streamed. */
    static @Nullable Buffer body(ProxyContext context) {
        return context.get(BODY, Buffer.class);
    }

    static void setInstance(ProxyContext context, Instance instance) {
        context.set(INSTANCE, instance);
    }

    /** The instance that was asked last. */
    static Instance instance(ProxyContext context) {
        return requireNonNull(context.get(INSTANCE, Instance.class));
    }

    /** Whether an instance was asked; without one there is nobody to name. */
    static boolean hasInstance(ProxyContext context) {
        return context.get(INSTANCE, Instance.class) != null;
    }

    static HttpClientRequest setRequest(ProxyContext context, HttpClientRequest request) {
        context.set(REQUEST, request);
        return request;
    }

    /** The request that was sent last; null before the first one. */
    static @Nullable HttpClientRequest request(ProxyContext context) {
        return context.get(REQUEST, HttpClientRequest.class);
    }
}
