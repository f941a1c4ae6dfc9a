package avatar.launcher.up;

import avatar.access.Grant;
import avatar.access.KeyFile;
import avatar.access.KeyRing;
import avatar.access.KeyText;
import avatar.access.Scope;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;

/**
 * The API key of a system that others can reach and that has none: without one web-ui would refuse to start, and whoever
 * starts a system for the first time wants to see it.
 */
final class FirstKey {

    private final Map<String, String> environment;
    private final PrintWriter out;

    FirstKey(Map<String, String> environment, PrintWriter out) {
        this.environment = environment;
        this.out = out;
    }

    /** Makes a key and prints it, unless there are keys already or none is needed. */
    void provide(String host, KeyFile file) {
        boolean hasKeys =
                file.read().map(KeyRing::keys).filter(keys -> !keys.isEmpty()).isPresent();
        if (hasKeys || !isNeeded(host)) {
            return;
        }
        KeyText key = file.create("first", Grant.everywhere(Scope.MANAGE), Map.of());
        out.println("The page at %s asks for an API key. This is the first one, kept in %s and shown only now: %s"
                .formatted(host, file.path(), key.text()));
        out.println("Sign in with it on the page, or set AVATAR_KEY; './avatar keys' makes more, AVATAR_ACCESS_MODE=off"
                + " lets everybody in.");
    }

    private boolean isNeeded(String host) {
        if (environment.containsKey("QUARKUS_OIDC_AUTH_SERVER_URL")) {
            return false;
        }
        return switch (environment.getOrDefault("AVATAR_ACCESS_MODE", "auto").toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> !isLoopback(host);
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
