package avatar.contract.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.regex.Pattern;

/** What a channel may be called: its name is a Kafka key, a part of URLs and of file names. */
public final class Channels {

    /** The channel that is there when nobody names one. */
    public static final String DEFAULT = "main";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private Channels() {}

    /** Whether that can be a name. Avatars are named by the same rule. */
    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * The name, if it is one.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_CHANNEL}
     */
    public static String requireValid(String name) {
        if (!isValid(name)) {
            throw new AvatarException(
                    ErrorCode.INVALID_CHANNEL,
                    "Channel '%s' must be 1 to 63 of a-z, 0-9 and '-', and not start with '-'".formatted(name));
        }
        return name;
    }
}
