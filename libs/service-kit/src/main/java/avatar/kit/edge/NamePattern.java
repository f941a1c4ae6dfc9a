package avatar.kit.edge;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host or an origin of the settings, the first label of whose name may be {@code *}: any name below the rest.
 *
 * @param start up to the name, empty for a host
 * @param name from the first label on, or from behind {@code *}
 */
record NamePattern(String start, String name, boolean isWildcard) {

    private static final String WILDCARD = "*.";
    private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+]");
    private static final Pattern ORIGIN = Pattern.compile("(https?://)(" + HOST.pattern() + ")(:\\d{1,5})?");

    static NamePattern ofHost(String setting) {
        String host = setting.strip().toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "Invalid avatar.edge.hosts: found '%s', expected a name without port, for instance avatar.example.org"
                                    .formatted(setting)
                            + " or *.example.org");
        }
        return of("", host);
    }

    static NamePattern ofOrigin(String setting) {
        String origin = setting.strip().toLowerCase(Locale.ROOT);
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException(
                    "Invalid avatar.edge.cors-origins: found '%s', expected an origin, for instance https://example.org"
                                    .formatted(setting)
                            + " or https://*.example.org");
        }
        int name = origin.indexOf("//") + 2;
        return of(origin.substring(0, name), origin.substring(name));
    }

    private static NamePattern of(String start, String name) {
        return name.startsWith(WILDCARD)
                ? new NamePattern(start, name.substring(1), true)
                : new NamePattern(start, name, false);
    }

    boolean matches(String value) {
        return isWildcard
                ? value.startsWith(start)
                        && value.endsWith(name)
                        && value.length() > start.length() + name.length()
                        && value.indexOf('/', start.length()) < 0
                : value.equals(start + name);
    }
}
