package avatar.web.limits;

import avatar.access.AccessKey;
import avatar.access.Quota;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the keys have used today (UTC) of their quotas. This process counts for itself: several web-ui each grant the
 * whole quota, and a restart grants it anew.
 */
@Singleton
public final class DailyUse {

    private record Counter(String key, Quota quota) {}

    private final Clock clock;
    private final Map<Counter, Long> used = new ConcurrentHashMap<>();
    private LocalDate day = LocalDate.MIN;

    public DailyUse() {
        this(Clock.systemUTC());
    }

    DailyUse(Clock clock) {
        this.clock = clock;
    }

    /**
     * Charges all of that, or nothing.
     *
     * @return whether the quotas of the key have room for it
     */
    public synchronized boolean charge(AccessKey key, Map<Quota, Long> charges) {
        beginDay();
        boolean hasRoom = charges.entrySet().stream()
                .allMatch(charge -> used(key, charge.getKey()) + charge.getValue()
                        <= key.quotas().getOrDefault(charge.getKey(), Long.MAX_VALUE));
        if (hasRoom) {
            charges.forEach((quota, number) -> used.merge(new Counter(key.id(), quota), number, Long::sum));
        }
        return hasRoom;
    }

    /** Gives back what was charged for a request that was refused. */
    public synchronized void giveBack(AccessKey key, Map<Quota, Long> charges) {
        charges.forEach((quota, number) ->
                used.computeIfPresent(new Counter(key.id(), quota), (counter, sum) -> Math.max(0, sum - number)));
    }

    /** When quotas are whole again. */
    public long secondsToMidnight() {
        Instant now = clock.instant();
        Instant midnight = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return 1 + Duration.between(now, midnight).toSeconds();
    }

    private long used(AccessKey key, Quota quota) {
        return used.getOrDefault(new Counter(key.id(), quota), 0L);
    }

    private void beginDay() {
        if (!today().equals(day)) {
            day = today();
            used.clear();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
