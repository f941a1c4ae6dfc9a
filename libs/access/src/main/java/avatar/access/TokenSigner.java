package avatar.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs links and sessions as {@code base64url(payload).base64url(HMAC-SHA256)}, and verifies them. */
public final class TokenSigner {

    private static final String ALGORITHM = "HmacSHA256";

    /** Longer ones are not looked at. */
    private static final int MAX_LENGTH = 1000;

    private final SecretKeySpec secret;

    TokenSigner(String signingSecret) {
        this.secret = new SecretKeySpec(signingSecret.getBytes(US_ASCII), ALGORITHM);
    }

    public String sign(Link link) {
        return signed(Purpose.LINK, link);
    }

    public String sign(Session session) {
        return signed(Purpose.SESSION, session);
    }

    /** The link of a token; empty if it was not signed here. Its expiry is not judged. */
    public Optional<Link> link(String token) {
        return verified(Purpose.LINK, token, Link.class);
    }

    /** The session of a token; empty if it was not signed here. Its expiry is not judged. */
    public Optional<Session> session(String token) {
        return verified(Purpose.SESSION, token, Session.class);
    }

    private String signed(Purpose purpose, Object payload) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(payload));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose, text));
    }

    private <T> Optional<T> verified(Purpose purpose, String token, Class<T> type) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String payload = token.substring(0, dot);
        try {
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(signature, mac(purpose, payload))
                    ? Optional.of(Json.read(Base64.getUrlDecoder().decode(payload), type))
                    : Optional.empty();
        } catch (IllegalArgumentException | AvatarException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(Purpose purpose, String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal((purpose + "." + payload).getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    /** Is signed with the payload, so that a token for one is none for the other. */
    private enum Purpose {
        LINK,
        SESSION
    }
}
