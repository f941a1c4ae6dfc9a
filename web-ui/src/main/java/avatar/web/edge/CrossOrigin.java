package avatar.web.edge;

import avatar.contract.problem.ErrorCode;
import avatar.kit.edge.EdgeConfig;
import avatar.kit.edge.EdgeFilter;
import avatar.kit.edge.Origins;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Answers to pages of other origins: those of the settings get CORS, the others pictures and streams to show, unless
 * that is off.
 */
@Singleton
final class CrossOrigin {

    private static final int AFTER_THE_CHECK = EdgeFilter.PRIORITY - 1;
    private static final int PREFLIGHT_SECONDS = 600;
    private static final Set<String> PAGE = Set.of("/", "/index.html");

    private final Origins origins;
    private final boolean isCorsOn;
    private final boolean embedding;

    /** It echoes any origin: only those of the settings get here. */
    private final CorsHandler cors = CorsHandler.create()
            .addOriginWithRegex("https?://.+")
            .allowedMethods(Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.DELETE))
            .allowedHeaders(Set.of("Authorization", "Content-Type", "Idempotency-Key", "Last-Event-ID", "Range"))
            .exposedHeaders(Set.of("Accept-Ranges", "Content-Range", "Location", "Retry-After"))
            .maxAgeSeconds(PREFLIGHT_SECONDS);

    CrossOrigin(EdgeConfig config) {
        List<String> allowed = config.corsOrigins().orElse(List.of());
        this.origins = Origins.allowing(allowed);
        this.isCorsOn = !allowed.isEmpty();
        this.embedding = config.embedding();
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, AFTER_THE_CHECK);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && origins.isConfigured(origin)) {
            allowEmbedding(context, true);
            cors.handle(context);
            return;
        }
        if (isCorsOn) {
            // Or a cache would give this answer to pages that may have another one.
            context.response().headers().set(HttpHeaders.VARY, "origin");
        }
        if (isPreflight(request)) {
            EdgeFilter.refuse(
                    context,
                    ErrorCode.ORIGIN_NOT_ALLOWED,
                    "Invalid origin: found %s, expected one of avatar.edge.cors-origins"
                            .formatted(EdgeFilter.quoted(origin)));
        } else if (embedding || Origins.isOwn(request) || isVisit(request)) {
            allowEmbedding(context, embedding);
            context.next();
        } else {
            EdgeFilter.refuse(
                    context,
                    ErrorCode.ORIGIN_NOT_ALLOWED,
                    "Invalid origin: found %s, expected this server's own page; avatar.edge.embedding is off"
                            .formatted(origin == null ? "another site" : EdgeFilter.quoted(origin)));
        }
    }

    /**
     * Tells the browser. Over plain HTTP from another machine it says nothing of the page that asks for a picture, so
     * it has to refuse by itself.
     */
    private static void allowEmbedding(RoutingContext context, boolean everywhere) {
        context.response().putHeader("Cross-Origin-Resource-Policy", everywhere ? "cross-origin" : "same-origin");
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** Whether the user follows a link; who may show the page in a frame is said by its CSP. */
    private static boolean isVisit(HttpServerRequest request) {
        String destination = request.getHeader("sec-fetch-dest");
        return "document".equals(destination) || PAGE.contains(request.path());
    }
}
