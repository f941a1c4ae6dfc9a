package avatar.kit.edge;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names and addresses under which a service answers. A page whose name was rebound to the address of the service
 * (DNS rebinding) has the service's origin for the browser; only the name that it sends as {@code Host} gives it away.
 */
public final class AllowedHosts {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final String LOCALHOST = "localhost";

    private final List<NamePattern> names;
    private final boolean isOpen;

    private AllowedHosts(List<NamePattern> names, boolean isOpen) {
        this.names = names;
        this.isOpen = isOpen;
    }

    /**
     * Those of a service that listens on an address.
     *
     * @param names beside those that follow from the address: {@code avatar.example.org}, {@code *.example.org}
     * @throws IllegalArgumentException for a name that is none
     */
    public static AllowedHosts of(List<String> names, String listeningOn) {
        return new AllowedHosts(names.stream().map(NamePattern::ofHost).toList(), !isLoopback(normalised(listeningOn)));
    }

    /**
     * Whether a service answers under a host, without a port, as of {@code Host}. One that other machines reach answers
     * under every address and every name without a dot: pages of strangers have neither.
     */
    public boolean contains(String host) {
        String name = normalised(host);
        return isLoopback(name)
                || names.stream().anyMatch(pattern -> pattern.matches(name))
                || (isOpen && (isAddress(name) || !name.contains(".")));
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || IPV4.matcher(host).matches();
    }

    private static boolean isLoopback(String host) {
        return host.equals(LOCALHOST)
                || host.endsWith("." + LOCALHOST)
                || host.equals("[::1]")
                || (host.startsWith("127.") && isAddress(host));
    }

    /** With brackets around an IPv6 address, and without the dot that ends an absolute name. */
    private static String normalised(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.indexOf(':') >= 0 && !name.startsWith("[")) {
            return "[" + name + "]";
        }
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
