package avatar.web.edge;

import avatar.contract.problem.ErrorCode;
import avatar.kit.edge.EdgeFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that say they are something else than JSON or a form with files. A browser sends JSON of other pages
 * only after a preflight; it sends text, and what {@code curl -d} sends, to anybody.
 */
@Singleton
final class ContentTypes {

    private static final int AFTER_THE_ORIGIN = EdgeFilter.PRIORITY - 2;
    private static final Set<String> TYPES = Set.of("application/json", "multipart/form-data");

    void register(@Observes Filters filters) {
        filters.register(ContentTypes::check, AFTER_THE_ORIGIN);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (hasBody(request) && !isKnown(type)) {
            EdgeFilter.refuse(
                    context,
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    ("Invalid content type of the body: found %s, expected application/json or multipart/form-data;"
                                    + " with curl, add -H 'Content-Type: application/json'")
                            .formatted(EdgeFilter.quoted(type)));
        } else {
            context.next();
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    private static boolean isKnown(@Nullable String type) {
        return type != null && TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
