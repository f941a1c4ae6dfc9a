package avatar.web.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Counts and logs what happens to viewers whose instance is gone. */
@Singleton
final class RelayLog {

    private final Counter moved;
    private final Counter lost;

    RelayLog(MeterRegistry metrics) {
        moved = Counter.builder("avatar.web.streams.moved")
                .description("Streams that another instance has continued")
                .register(metrics);
        lost = Counter.builder("avatar.web.streams.lost")
                .description("Streams that were ended because no instance continued them")
                .register(metrics);
    }

    void moved(@Nullable String path, @Nullable Instance from, Instance to) {
        moved.increment();
        Log.infof("Viewer moved path=%s from=%s to=%s", path, from == null ? null : from.origin(), to.origin());
    }

    void lost(@Nullable String path, @Nullable Instance from) {
        lost.increment();
        Log.infof("Viewer lost path=%s from=%s", path, from == null ? null : from.origin());
    }
}
