package avatar.kit.config;

import io.smallrye.config.FallbackConfigSourceInterceptor;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Map;

/**
 * Configuration keys that were renamed, whose old names still work for one version: {@code CHANGELOG.md} lists them. A value under
 * the new name wins.
 */
@Priority(Priorities.LIBRARY + 500)
public final class RenamedKeys extends FallbackConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** Old names by new ones. */
    public static final Map<String, String> OLD_NAMES = Map.of(
            "avatar.alignment.queue-timeout", "avatar.alignment.patience",
            "avatar.channel.idle-after", "avatar.channel.rest-after",
            "avatar.renders.clause-timeout", "avatar.renders.patience",
            "avatar.setups.event-timeout", "avatar.setups.silence",
            "avatar.stream.write-timeout", "avatar.stream.stall",
            "avatar.synthesis.clause-timeout", "avatar.synthesis.watchdog",
            "avatar.viseme.retry-timeout", "avatar.viseme.patience");

    public RenamedKeys() {
        super(OLD_NAMES);
    }
}
