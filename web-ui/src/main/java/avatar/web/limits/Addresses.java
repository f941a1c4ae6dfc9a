package avatar.web.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Addresses of callers; a proxy may give a name that is none. */
final class Addresses {

    /** Providers give each customer this much of IPv6. */
    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** Whether it is this machine. */
    static boolean isLoopback(String address) {
        return parsed(address).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** What is limited together: an IPv4 address, or the network of an IPv6 one. */
    static String limited(String address) {
        return parsed(address)
                .filter(Inet6Address.class::isInstance)
                .map(inet6 -> HexFormat.of().formatHex(Arrays.copyOf(inet6.getAddress(), NETWORK_BYTES)))
                .orElse(address);
    }

    private static Optional<InetAddress> parsed(String address) {
        int zone = address.indexOf('%');
        try {
            return Optional.of(InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
