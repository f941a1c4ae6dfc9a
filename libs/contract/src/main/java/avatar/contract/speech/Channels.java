package avatar.contract.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.regex.Pattern;

/** The rule for channel ids, which are Kafka keys and parts of URLs and file names. */
public final class Channels {

    /** The channel that always exists. */
    public static final String DEFAULT = "main";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private Channels() {}

    public static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Returns {@code id} if it is valid.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_CHANNEL}
     */
    public static String requireValid(String id) {
        if (!isValid(id)) {
            throw new AvatarException(
                    ErrorCode.INVALID_CHANNEL,
                    "Invalid channel id: found '%s', expected 1 to 63 of a-z, 0-9 and '-', not starting with '-'"
                            .formatted(id));
        }
        return id;
    }
}
