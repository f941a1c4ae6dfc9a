package avatar.kit.config;

import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.FallbackConfigSourceInterceptor;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Configuration keys that were renamed, whose old names still work for one version: {@code CHANGELOG.md} lists
 * them. A value under the new name wins.
 */
@Priority(Priorities.LIBRARY + 500)
public final class RenamedKeys extends FallbackConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** Old names by new ones. */
    public static final Map<String, String> OLD_NAMES = Map.of(
            "avatar.alignment.queue-timeout", "avatar.alignment.patience",
            "avatar.channel.idle-after", "avatar.channel.rest-after",
            "avatar.playback.waiting-notice", "avatar.playback.segment-timeout",
            "avatar.renders.clause-timeout", "avatar.renders.patience",
            "avatar.setups.event-timeout", "avatar.setups.silence",
            "avatar.speech.max-waiting", "avatar.worker.max-waiting",
            "avatar.stream.write-timeout", "avatar.stream.stall",
            "avatar.synthesis.clause-timeout", "avatar.synthesis.watchdog",
            "avatar.viseme.retry-timeout", "avatar.viseme.patience");

    private static final Map<String, String> NEW_NAMES =
            OLD_NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    public RenamedKeys() {
        super(OLD_NAMES);
    }

    /** Lists new names only: Quarkus refuses to start with a key of a mapping that has no such property. */
    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Set<String> names = new HashSet<>();
        context.iterateNames().forEachRemaining(name -> names.add(NEW_NAMES.getOrDefault(name, name)));
        return names.iterator();
    }
}
