package avatar.speech.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The token {@code Sec-MS-GEC}, which the service requires of its clients. It is the SHA-256 of the Windows file time
 * (100 ns since 1601), rounded down to five minutes, followed by the client's public token.
 *
 * @see <a href="https://github.com/rany2/edge-tts/issues/290">description of the algorithm</a>
 */
final class AccessToken {

    /** The public token, the same for every copy of the browser. */
    static final String CLIENT = "6A5AA1D4EAFF4E9FB37E23D68491D6F4";

    /** The version of the browser that this client presents; the service refuses old ones. */
    static final String BROWSER = "143.0.3650.75";

    static final String VERSION = "1-" + BROWSER;

    /** Seconds from 1601-01-01 to 1970-01-01. */
    private static final long WINDOWS_EPOCH = 11_644_473_600L;

    private static final long STEP_SECONDS = 300;
    private static final long TICKS_PER_SECOND = 10_000_000L;

    private AccessToken() {}

    /** The token at a moment in the service's time: 64 hexadecimal digits, upper case. */
    static String at(Instant moment) {
        long seconds = moment.getEpochSecond() + WINDOWS_EPOCH;
        long ticks = (seconds - Math.floorMod(seconds, STEP_SECONDS)) * TICKS_PER_SECOND;
        byte[] hash = sha256().digest((ticks + CLIENT).getBytes(US_ASCII));
        return HexFormat.of().withUpperCase().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
