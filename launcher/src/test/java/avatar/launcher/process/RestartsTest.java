package avatar.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartsTest {

    private Instant now = Instant.EPOCH;
    private final Restarts restarts = new Restarts(() -> now);

    @Test
    void waitTwiceAsLongEachTimeUpToEightSeconds() {
        assertThat(Stream.generate(() -> dieAfter(Duration.ofSeconds(1)))
                        .limit(7)
                        .map(Duration::toMillis))
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
    }

    @Test
    void waitAsAtFirstAfterAMinuteOfLife() {
        dieAfter(Duration.ofSeconds(1));
        dieAfter(Duration.ofSeconds(59));

        assertThat(dieAfter(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(500));
        assertThat(dieAfter(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void areTooManyWhenThreeDeathsLieWithinAMinute() {
        dieAfter(Duration.ofHours(1));
        dieAfter(Duration.ofSeconds(30));
        assertThat(restarts.areTooMany()).isFalse();

        dieAfter(Duration.ofSeconds(31));
        assertThat(restarts.areTooMany()).isFalse();

        dieAfter(Duration.ofSeconds(29));
        assertThat(restarts.areTooMany()).isTrue();
    }

    private Duration dieAfter(Duration life) {
        restarts.started();
        now = now.plus(life);
        return restarts.ended();
    }
}
