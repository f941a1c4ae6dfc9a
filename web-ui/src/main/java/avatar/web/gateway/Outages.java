package avatar.web.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Counts unanswered requests, and logs the beginning and the end of each outage of an instance once. */
@Singleton
final class Outages {

    private final MeterRegistry metrics;
    private final Set<String> down = new HashSet<>();

    Outages(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Counts a request that no instance has answered. */
    void unanswered(Upstream upstream) {
        metrics.counter("avatar.web.unanswered", "service", upstream.serviceName())
                .increment();
    }

    void failed(Instance instance, Throwable failure) {
        if (change(instance, true)) {
            Log.warnf(
                    "A service does not answer service=%s address=%s error=%s",
                    instance.service().serviceName(), instance.origin(), failure.getMessage());
        }
    }

    void answered(Instance instance) {
        if (change(instance, false)) {
            Log.infof(
                    "A service answers again service=%s address=%s",
                    instance.service().serviceName(), instance.origin());
        }
    }

    private synchronized boolean change(Instance instance, boolean isDown) {
        return isDown ? down.add(instance.origin()) : down.remove(instance.origin());
    }
}
