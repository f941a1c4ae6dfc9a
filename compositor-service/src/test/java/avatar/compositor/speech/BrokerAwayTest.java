package avatar.compositor.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class BrokerAwayTest {

    private long nowNanos;
    private final BrokerAway filter = new BrokerAway(() -> nowNanos);

    @Test
    void oneWarningOfTheNetworkClientPassesEveryTenSeconds() {
        assertThat(passes("org.apache.kafka.clients.NetworkClient")).isTrue();
        assertThat(passes("org.apache.kafka.clients.NetworkClient")).isFalse();

        nowNanos += 9_999_999_999L;
        assertThat(passes("org.apache.kafka.clients.NetworkClient")).isFalse();
        nowNanos += 1;
        assertThat(passes("org.apache.kafka.clients.NetworkClient")).isTrue();
    }

    @Test
    void otherLoggersPass() {
        assertThat(passes("avatar")).isTrue();
        assertThat(passes("avatar")).isTrue();
    }

    private boolean passes(String logger) {
        LogRecord logged = new LogRecord(Level.WARNING, "away");
        logged.setLoggerName(logger);
        return filter.isLoggable(logged);
    }
}
