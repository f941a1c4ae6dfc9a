package avatar.web.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** Counts the requests that services left unanswered, and logs when a service goes and when it is back, once each. */
@Singleton
final class Outages {

    private final MeterRegistry metrics;
    private final Set<Upstream> silent = EnumSet.noneOf(Upstream.class);

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

    private synchronized boolean change(Upstream upstream, boolean isSilent) {
        return isSilent ? silent.add(upstream) : silent.remove(upstream);
    }
}
