package avatar.web.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** Counts unanswered requests, and logs the beginning and the end of each outage once. */
@Singleton
final class Outages {

    private final MeterRegistry metrics;
    private final Set<Upstream> down = EnumSet.noneOf(Upstream.class);

    Outages(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void failed(Upstream upstream, Throwable failure) {
        metrics.counter("avatar.web.unanswered", "service", upstream.serviceName())
                .increment();
        if (change(upstream, true)) {
            Log.warnf("A service does not answer service=%s error=%s", upstream.serviceName(), failure);
        }
    }

    void answered(Upstream upstream) {
        if (change(upstream, false)) {
            Log.infof("A service answers again service=%s", upstream.serviceName());
        }
    }

    private synchronized boolean change(Upstream upstream, boolean isDown) {
        return isDown ? down.add(upstream) : down.remove(upstream);
    }
}
