package avatar.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9092", "no-such-host.invalid:9092, 127.0.0.1:9092", "PLAINTEXT://[::1]:9092"})
    void startGoesOnOnceAnAddressOfABrokerIsKnown(String servers) {
        BrokerAddress address = new BrokerAddress(Optional.of(servers));

        assertThatCode(() -> address.await(new StartupEvent())).doesNotThrowAnyException();
    }

    @Test
    void serviceWithoutKafkaStartsAtOnce() {
        assertThatCode(() -> new BrokerAddress(Optional.empty()).await(new StartupEvent()))
                .doesNotThrowAnyException();
    }

    @Test
    void startWaitsWhileTheNameOfTheBrokerDoesNotResolve() throws InterruptedException {
        BrokerAddress address = new BrokerAddress(Optional.of("no-such-host.invalid:9092"));
        Thread start = Thread.ofPlatform().daemon().start(() -> {
            try {
                address.await(new StartupEvent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(start.join(Duration.ofSeconds(2)))
                .as("whether the start went on")
                .isFalse();
        start.interrupt();
        assertThat(start.join(Duration.ofSeconds(10))).isTrue();
    }
}
