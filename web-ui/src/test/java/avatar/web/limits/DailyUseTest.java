package avatar.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.access.AccessKey;
import avatar.access.Quota;
import avatar.access.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DailyUseTest {

    private static final Map<Quota, Long> FIVE = Map.of(Quota.CHARACTERS, 5L);

    private final TestClock clock = new TestClock();
    private final DailyUse use = new DailyUse(clock);
    private final AccessKey key = key("a", Map.of(Quota.CHARACTERS, 10L, Quota.RENDERS, 1L));

    @Test
    void grantsAQuotaAndNoMore() {
        assertThat(use.charge(key, FIVE)).isTrue();
        assertThat(use.charge(key, FIVE)).isTrue();
        assertThat(use.charge(key, Map.of(Quota.CHARACTERS, 1L))).isFalse();
        assertThat(use.charge(key, Map.of(Quota.UPLOADS, 1000L))).isTrue();
        assertThat(use.charge(key("b", key.quotas()), FIVE)).isTrue();
    }

    @Test
    void chargesNothingOfARequestThatIsRefused() {
        assertThat(use.charge(key, Map.of(Quota.CHARACTERS, 20L, Quota.RENDERS, 1L)))
                .isFalse();
        assertThat(use.charge(key, Map.of(Quota.CHARACTERS, 10L, Quota.RENDERS, 1L)))
                .isTrue();
    }

    @Test
    void givesBackWhatWasRefusedLater() {
        use.charge(key, FIVE);
        use.giveBack(key, FIVE);

        assertThat(use.charge(key, Map.of(Quota.CHARACTERS, 10L))).isTrue();
    }

    @Test
    void isWholeAgainAtMidnight() {
        use.charge(key, Map.of(Quota.CHARACTERS, 10L));
        assertThat(use.secondsToMidnight()).isEqualTo(3601);

        clock.now = clock.now.plus(Duration.ofSeconds(3599));
        assertThat(use.charge(key, FIVE)).isFalse();
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        assertThat(use.charge(key, FIVE)).isTrue();
    }

    private static AccessKey key(String id, Map<Quota, Long> quotas) {
        return new AccessKey(id, id, "00", Scope.SPEAK, List.of("main"), Instant.EPOCH, quotas);
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T23:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
