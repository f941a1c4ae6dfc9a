package avatar.compositor.testsupport;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configuration without Quarkus. */
public final class Configs {

    private Configs() {}

    public static <T> T defaults(Class<T> mapping) {
        return of(mapping, Map.of());
    }

    /** The defaults but for these. */
    public static <T> T of(Class<T> mapping, Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(properties, "test", 1))
                .build()
                .getConfigMapping(mapping);
    }
}
