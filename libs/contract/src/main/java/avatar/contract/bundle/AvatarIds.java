package avatar.contract.bundle;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rule for avatar ids, which are folder names and parts of URLs. */
public final class AvatarIds {

    /** The rule in words, for messages. */
    public static final String RULE = "1 to 63 of a-z, 0-9 and '-', not starting with '-'";

    private static final int MAX_LENGTH = 63;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private AvatarIds() {}

    public static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Returns {@code id} if it is valid.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_AVATAR_ID}
     */
    public static String requireValid(String id) {
        if (!isValid(id)) {
            throw new AvatarException(
                    ErrorCode.INVALID_AVATAR_ID, "Invalid avatar id: found '%s', expected %s".formatted(id, RULE));
        }
        return id;
    }

    /**
     * The id of an avatar made from a file: the file's name without its extension; empty if it has no valid character.
     */
    public static Optional<String> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String stem = dot > 0 ? lower.substring(0, dot) : lower;
        String plain = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(plain.substring(0, Math.min(plain.length(), MAX_LENGTH)));
    }

    /** The id with a number appended, shortened to the maximum length. */
    public static String numbered(String id, int number) {
        String suffix = "-" + number;
        return id.substring(0, Math.min(id.length(), MAX_LENGTH - suffix.length())) + suffix;
    }
}
