package avatar.compositor.speech;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Lets through one of the warnings that Kafka's clients write many times a second while the broker is away: one every ten
 * seconds.
 */
@LoggingFilter(name = "broker-away")
public final class BrokerAway implements Filter {

    private static final String NOISY = "org.apache.kafka.clients.NetworkClient";
    private static final long SILENCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

    @Override
    public boolean isLoggable(LogRecord logged) {
        if (!NOISY.equals(logged.getLoggerName())) {
            return true;
        }
        long now = System.nanoTime();
        long until = silentUntil.get();
        return now - until >= 0 && silentUntil.compareAndSet(until, now + SILENCE_NANOS);
    }
}
