package avatar.web.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** A bucket of tokens for each of many callers: so many at once, and again so many within a minute. */
final class Buckets {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final long perMinute;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Buckets(long perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes a token; the seconds until there is one if there is none. */
    OptionalLong take(String caller) {
        ConsumptionProbe probe = of(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }

    /** Forgets callers that have not called lately: their buckets are full. */
    void forgetIdle() {
        buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= perMinute);
    }

    private Bucket of(String caller) {
        return buckets.computeIfAbsent(
                caller,
                key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, PERIOD))
                        .build());
    }
}
