package avatar.web.limits;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;

/** The rates of requests, by key and by address. Each answer is the seconds to wait, empty for none. */
@Singleton
public final class RateLimits {

    private static final long FORGET_MILLIS = 30_000;

    private final Vertx vertx;
    private final Buckets keys;
    private final Buckets addresses;
    private final Buckets failures;
    private final long timer;

    RateLimits(LimitsConfig config, Vertx vertx) {
        this.vertx = vertx;
        this.keys = new Buckets(config.requestsPerKey());
        this.addresses = new Buckets(config.requestsPerAddress());
        this.failures = new Buckets(config.failuresPerAddress());
        List<Buckets> all = List.of(keys, addresses, failures);
        this.timer = vertx.setPeriodic(FORGET_MILLIS, tick -> all.forEach(Buckets::forgetIdle));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Counts a request of a key. */
    public OptionalLong takeOfKey(String key) {
        return keys.take(key);
    }

    /** Counts a request from an address. */
    public OptionalLong takeOfAddress(String address) {
        return Addresses.isLoopback(address) ? OptionalLong.empty() : addresses.take(Addresses.limited(address));
    }

    /** Counts a request without a valid key, of this machine's own address, too: a proxy may be in front. */
    public OptionalLong takeOfFailures(String address) {
        return failures.take(Addresses.limited(address));
    }
}
