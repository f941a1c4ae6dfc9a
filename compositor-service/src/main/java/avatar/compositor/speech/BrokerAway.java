package avatar.compositor.speech;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * A log filter for the warnings that Kafka's clients write many times a second while the broker is unreachable: it
 * passes one every ten seconds.
 */
@LoggingFilter(name = "broker-away")
public final class BrokerAway implements Filter {

    private static final String NOISY = "org.apache.kafka.clients.NetworkClient";
    private static final long INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanos;
    private final AtomicLong silentUntil;

    /** The filter as Quarkus makes it. */
    public BrokerAway() {
        this(System::nanoTime);
    }

    BrokerAway(LongSupplier nanos) {
        this.nanos = nanos;
        this.silentUntil = new AtomicLong(nanos.getAsLong());
    }

    @Override
    public boolean isLoggable(LogRecord logged) {
        if (!NOISY.equals(logged.getLoggerName())) {
            return true;
        }
        long now = nanos.getAsLong();
        long until = silentUntil.get();
        return now - until >= 0 && silentUntil.compareAndSet(until, now + INTERVAL_NANOS);
    }
}
