package avatar.contract.bundle;

import java.util.Locale;
import java.util.Optional;

/** What avatars are called when nobody says it. */
public final class AvatarIds {

    private static final int LONGEST = 63;

    private AvatarIds() {}

    /** The name of a file without its ending, as a channel may be called; empty if nothing of it can be in such a name. */
    public static Optional<String> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String stem = dot > 0 ? lower.substring(0, dot) : lower;
        String plain = stem.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? Optional.empty() : Optional.of(plain.substring(0, Math.min(plain.length(), LONGEST)));
    }

    /** The n-th of that name, no longer than a name may be. */
    public static String numbered(String id, int number) {
        String suffix = "-" + number;
        return id.substring(0, Math.min(id.length(), LONGEST - suffix.length())) + suffix;
    }
}
