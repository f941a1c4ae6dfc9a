package avatar.kit.edge;

import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.kit.problem.RouteProblems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site makes a browser send, before anything else looks at it: requests under a host
 * that is none of the service's, and requests of other origins that change something. All services have it, as a
 * browser on the same machine reaches each of them.
 */
@Singleton
public final class EdgeFilter {

    /** The first of all filters. */
    public static final int PRIORITY = 10_000;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int MAX_QUOTED = 100;

    private final AllowedHosts hosts;
    private final Origins origins;

    EdgeFilter(EdgeConfig config, @ConfigProperty(name = "quarkus.http.host") String listeningOn) {
        this.hosts = AllowedHosts.of(config.hosts().orElse(List.of()), listeningOn);
        this.origins = Origins.allowing(config.corsOrigins().orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    /** Vert.x itself fails a request whose host it can't read, before any filter. */
    void registerFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.request().authority() == null) {
                refuseUnreadableHost(context);
            } else {
                context.next();
            }
        });
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        HostAndPort authority = request.authority();
        if (authority == null) {
            refuseUnreadableHost(context);
        } else if (!hosts.contains(authority.host())) {
            refuse(
                    context,
                    ErrorCode.HOST_NOT_ALLOWED,
                    "Invalid host: found %s, expected a name or address of this server; avatar.edge.hosts adds names"
                            .formatted(quoted(authority.host())));
        } else if (!READS.contains(request.method()) && !origins.isAllowed(request)) {
            refuse(
                    context,
                    ErrorCode.ORIGIN_NOT_ALLOWED,
                    "Invalid origin: found %s, expected this server's own; avatar.edge.cors-origins adds others"
                            .formatted(quoted(request.getHeader(HttpHeaders.ORIGIN))));
        } else {
            context.next();
        }
    }

    private static void refuseUnreadableHost(RoutingContext context) {
        refuse(
                context,
                ErrorCode.INVALID_REQUEST,
                "Invalid Host header: found %s, expected a name or address, and its port"
                        .formatted(quoted(context.request().getHeader(HttpHeaders.HOST))));
    }

    /** Answers with a problem; a body is read and discarded, or its sender would not read the answer. */
    public static void refuse(RoutingContext context, ErrorCode code, String detail) {
        context.request().handler(chunk -> {});
        context.request().resume();
        RouteProblems.answer(context, Problem.of(code, detail));
    }

    /** A value of a header, for a message. */
    public static String quoted(@Nullable String value) {
        if (value == null) {
            return "none";
        }
        return "'%s'".formatted(value.length() > MAX_QUOTED ? value.substring(0, MAX_QUOTED) + "..." : value);
    }
}
