package avatar.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void takeTheLoginFromTheEnvironment() {
        assertThat(BrokerSettings.of(
                        "broker:9096",
                        Map.of(
                                "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                                "KAFKA_SASL_JAAS_CONFIG", "a login",
                                "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM")))
                .containsOnly(
                        Map.entry("bootstrap.servers", "broker:9096"),
                        Map.entry("security.protocol", "SASL_SSL"),
                        Map.entry("sasl.jaas.config", "a login"),
                        Map.entry("ssl.truststore.type", "PEM"));
    }

    @Test
    void leaveWhatIsNoMatterOfSecurity() {
        assertThat(BrokerSettings.of(
                        "broker:9092",
                        Map.of("KAFKA_BOOTSTRAP_SERVERS", "another:9092", "KAFKA_PORT", "tcp://10.0.0.1:9092")))
                .containsOnly(Map.entry("bootstrap.servers", "broker:9092"));
    }
}
