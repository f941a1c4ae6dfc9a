package avatar.kit.kafka;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How a program without Quarkus connects to Kafka: by the variables of the environment that Quarkus gives to the clients
 * of the other services, as far as they are about security; {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}.
 */
public final class BrokerSettings {

    private static final Pattern OF_SECURITY = Pattern.compile("KAFKA_(SECURITY|SASL|SSL)_\\w+");

    private BrokerSettings() {}

    /** The settings of a client that connects to these brokers. */
    public static Map<String, Object> of(String bootstrapServers, Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((name, value) -> {
            if (OF_SECURITY.matcher(name).matches()) {
                settings.put(name.substring("KAFKA_".length()).replace('_', '.').toLowerCase(Locale.ROOT), value);
            }
        });
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return settings;
    }
}
