package avatar.web.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** The requests whose answers are not complete: no more than so many, and ended once their caller has lost its rights. */
@Singleton
public final class OpenRequests {

    /** Streams that break off report that to the relay that fills them alone, so that they are looked for. */
    private static final long SWEEP_MILLIS = 500;

    private final LimitsConfig config;
    private final Vertx vertx;
    private final Set<Entry> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final long timer;

    OpenRequests(LimitsConfig config, Vertx vertx, MeterRegistry metrics) {
        this.config = config;
        this.vertx = vertx;
        this.timer = vertx.setPeriodic(SWEEP_MILLIS, tick -> sweep());
        metrics.gauge("avatar.web.requests.open", open, Set::size);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** An unfinished request. */
    public final class Entry {

        private final String address;
        private final HttpServerResponse response;
        private final Context context;
        private final Runnable onEnd;
        private final AtomicBoolean isOver = new AtomicBoolean();
        private volatile BooleanSupplier isPermitted = () -> true;

        private Entry(String address, HttpServerResponse response, Context context, Runnable onEnd) {
            this.address = address;
            this.response = response;
            this.context = context;
            this.onEnd = onEnd;
        }

        /** Ends the answer as soon as that is no longer so. */
        public void keepWhile(BooleanSupplier permitted) {
            isPermitted = permitted;
        }

        /** Counts it no more. */
        public void end() {
            if (isOver.compareAndSet(false, true)) {
                open.remove(this);
                leave(address);
                onEnd.run();
            }
        }

        private void check() {
            if (response.ended() || response.closed()) {
                end();
            } else if (!isPermitted.getAsBoolean()) {
                context.runOnContext(later -> response.reset());
            }
        }
    }

    /**
     * Counts a request, until its answer is complete or broken off.
     *
     * @param onEnd runs once after that
     * @return empty if there are too many
     */
    public Optional<Entry> enter(String address, HttpServerResponse response, Runnable onEnd) {
        String limited = Addresses.limited(address);
        int most = Addresses.isLoopback(address) ? Integer.MAX_VALUE : config.openRequestsPerAddress();
        if (open.size() >= config.openRequests()) {
            return Optional.empty();
        }
        if (byAddress.merge(limited, 1, Integer::sum) > most) {
            leave(limited);
            return Optional.empty();
        }
        Entry entry = new Entry(limited, response, vertx.getOrCreateContext(), onEnd);
        open.add(entry);
        return Optional.of(entry);
    }

    private void leave(String address) {
        byAddress.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    private void sweep() {
        open.forEach(Entry::check);
    }
}
