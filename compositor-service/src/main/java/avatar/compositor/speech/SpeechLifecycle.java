package avatar.compositor.speech;

import avatar.compositor.channel.Departures;
import avatar.compositor.ownership.Handover;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Joins the compositors at the start, and leaves them before the service stops: others have its channels, and its
 * viewers have gone to them, before it closes a connection.
 */
@Singleton
@Liveness
class SpeechLifecycle implements HealthCheck {

    /** Joining takes some tenths of a second; without Kafka the service starts all the same. */
    private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(5);

    /** Less than the least time that anything gives a process to stop. */
    private static final Duration VIEWERS_TIMEOUT = Duration.ofSeconds(4);

    private final SegmentConsumer consumer;
    private final Handover handover;
    private final Departures departures;

    SpeechLifecycle(SegmentConsumer consumer, Handover handover, Departures departures) {
        this.consumer = consumer;
        this.handover = handover;
        this.departures = departures;
    }

    void start(@Observes StartupEvent event) {
        consumer.start();
        if (!consumer.awaitAssignment(JOIN_TIMEOUT)) {
            Log.warn("No channel runs here yet: Kafka has not assigned partitions");
        }
    }

    void leave(@Observes ShutdownDelayInitiatedEvent event) {
        consumer.leave();
        if (handover.hasOthers()) {
            departures.await(VIEWERS_TIMEOUT);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.leave();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("segments").status(consumer.isAlive()).build();
    }
}
