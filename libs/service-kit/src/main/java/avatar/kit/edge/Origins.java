package avatar.kit.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells requests of the service's own page, and of programs, from those of pages of other origins. */
public final class Origins {

    private static final String SITE = "sec-fetch-site";

    private final List<NamePattern> allowed;

    private Origins(List<NamePattern> allowed) {
        this.allowed = allowed;
    }

    /**
     * With pages of other origins that may do what the own page may.
     *
     * @throws IllegalArgumentException for an origin that is none
     */
    public static Origins allowing(List<String> origins) {
        return new Origins(origins.stream().map(NamePattern::ofOrigin).toList());
    }

    /** Whether the page of a request may call the API. */
    public boolean isAllowed(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return isOwn(request) || (origin != null && isConfigured(origin));
    }

    /** Whether an origin is one of the settings. */
    public boolean isConfigured(String origin) {
        String value = origin.toLowerCase(Locale.ROOT);
        return allowed.stream().anyMatch(pattern -> pattern.matches(value));
    }

    /**
     * Whether a request comes from the own page, from the user, or from a program. Browsers send {@code Sec-Fetch-Site}
     * over HTTPS and to this machine only, but {@code Origin} with everything that is no GET.
     */
    public static boolean isOwn(HttpServerRequest request) {
        String site = request.getHeader(SITE);
        if (site != null && (site.equals("same-origin") || site.equals("none"))) {
            return true;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null ? site == null : isHost(origin, request.getHeader(HttpHeaders.HOST));
    }

    /** Compares without the scheme, which is another one behind a proxy that ends TLS. */
    private static boolean isHost(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        if (scheme < 0 || host == null) {
            return false;
        }
        String port = origin.startsWith("https:") ? ":443" : ":80";
        return without(port, origin.substring(scheme + 3)).equalsIgnoreCase(without(port, host));
    }

    private static String without(String port, String authority) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
