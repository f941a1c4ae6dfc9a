package avatar.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All keys, and the secret that signs tokens.
 *
 * @param version of the file's form
 * @param signingSecret random, in base64url
 */
public record KeyRing(int version, String signingSecret, List<AccessKey> keys) {

    static final int VERSION = 1;

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** Without keys, and with a new secret. */
    public static KeyRing empty() {
        return new KeyRing(VERSION, KeyText.randomSecret(), List.of());
    }

    /** The key of an id. */
    public Optional<AccessKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The key that somebody presents; empty for one that is unknown or has another secret. */
    public Optional<AccessKey> authenticate(KeyText presented) {
        return find(presented.id()).filter(key -> key.hasSecret(presented.secret()));
    }

    public TokenSigner signer() {
        return new TokenSigner(signingSecret);
    }

    KeyRing with(AccessKey added) {
        return new KeyRing(
                version,
                signingSecret,
                Stream.concat(keys.stream(), Stream.of(added)).toList());
    }

    KeyRing without(String id) {
        return new KeyRing(
                version,
                signingSecret,
                keys.stream().filter(key -> !key.id().equals(id)).toList());
    }
}
