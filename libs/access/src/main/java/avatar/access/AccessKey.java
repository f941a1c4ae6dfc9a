package avatar.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A key as it is kept.
 *
 * @param secretHash SHA-256 in hexadecimal; the secret is random, so no slow hash is needed
 * @param channels as in {@link Grant}
 * @param quotas per UTC day; what is missing is unlimited
 */
public record AccessKey(
        String id,
        String name,
        String secretHash,
        Scope scope,
        List<String> channels,
        Instant createdAt,
        Map<Quota, Long> quotas) {

    public AccessKey {
        channels = new Grant(scope, channels).channels();
        quotas = Map.copyOf(quotas);
    }

    @JsonIgnore
    public Grant grant() {
        return new Grant(scope, channels);
    }

    /** Compares in constant time. */
    boolean hasSecret(String secret) {
        return MessageDigest.isEqual(
                HexFormat.of().parseHex(secretHash), HexFormat.of().parseHex(KeyText.hash(secret)));
    }
}
