package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forwards the caller's address and host to the service, but nothing of the page that calls, and hides the service's
 * address from the caller.
 */
final class HeaderRewriter implements ProxyInterceptor {

    /** What a browser says of the page that a request comes from. */
    private static final List<String> BROWSERS =
            List.of("origin", "referer", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", "sec-fetch-user");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        String before = headers.get("x-forwarded-for");
        String caller = request.remoteAddress().hostAddress();
        headers.set("x-forwarded-for", before == null ? caller : before + ", " + caller);
        // A gateway in front of this one knows the browser's own request.
        setIfAbsent(headers, "x-forwarded-proto", request.scheme());
        setIfAbsent(headers, "x-forwarded-host", request.getHeader("host"));
        // Checked here. To the services this is a program, as no browser has a reason to call them.
        BROWSERS.forEach(headers::remove);
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        // These concern the connection to the service; the library removes them from requests only.
        headers.remove("connection").remove("keep-alive");
        String location = headers.get("location");
        if (location != null && Exchange.hasInstance(context)) {
            String origin = Exchange.instance(context).origin();
            if (location.startsWith(origin + "/")) {
                headers.set("location", location.substring(origin.length()));
            }
        }
        return context.sendResponse();
    }

    private static void setIfAbsent(MultiMap headers, String name, @Nullable String value) {
        if (value != null && !headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
