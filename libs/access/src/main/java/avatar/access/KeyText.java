package avatar.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its owner has it: {@code la_<id>_<secret>}.
 *
 * @param id says which key it is, and is no secret
 */
public record KeyText(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("la_([a-z2-7]{8})_([A-Za-z0-9_-]{43})");
    private static final String ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeyText random() {
        StringBuilder id = new StringBuilder();
        RANDOM.ints(ID_LENGTH, 0, ID_CHARACTERS.length()).forEach(at -> id.append(ID_CHARACTERS.charAt(at)));
        return new KeyText(id.toString(), randomSecret());
    }

    /** 32 random bytes in base64url. */
    static String randomSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Empty for a text of another form. */
    public static Optional<KeyText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new KeyText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String secretHash() {
        return hash(secret);
    }

    /** The whole key, for its owner; a log must not have it. */
    public String text() {
        return "la_%s_%s".formatted(id, secret);
    }

    @Override
    public String toString() {
        return "la_%s_…".formatted(id);
    }
}
