package avatar.kit.config;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Configuration keys that were renamed, whose old names still work for one version: {@code CHANGELOG.md} lists them. Where both are
 * set, the source with the higher ordinal wins, in one source the new name.
 *
 * <p>The old names are hidden from whoever lists the keys, since a mapping refuses keys it does not know; SmallRye's own interceptor
 * for fallbacks lists them.
 */
@Priority(Priorities.LIBRARY + 500)
public final class RenamedKeys implements ConfigSourceInterceptor {

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

    private static final Map<String, String> NEW_NAMES =
            OLD_NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        String oldName = OLD_NAMES.get(name);
        ConfigValue former = oldName == null ? null : context.proceed(oldName);
        if (former == null || former.getValue() == null) {
            return value;
        }
        boolean isNewer = value != null && value.getConfigSourceOrdinal() >= former.getConfigSourceOrdinal();
        return isNewer ? value : former.withName(name);
    }

    @Override
    public Iterator<String> iterateNames(ConfigSourceInterceptorContext context) {
        Set<String> names = new LinkedHashSet<>();
        context.iterateNames().forEachRemaining(name -> names.add(NEW_NAMES.getOrDefault(name, name)));
        return names.iterator();
    }
}
