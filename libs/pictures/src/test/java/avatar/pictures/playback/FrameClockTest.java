package avatar.pictures.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameClockTest {

    private final FakeTicker ticker = new FakeTicker();

    @Test
    void framesAreDueAtEqualTimesFromTheStart() {
        FrameClock clock = new FrameClock(ticker, 25);

        assertThat(clock.due(0)).isZero();
        assertThat(clock.due(3)).isEqualTo(120_000_000);
        assertThat(clock.middle(3)).isEqualTo(140_000_000);
        assertThat(clock.timeOfDay(clock.due(50))).isEqualTo(FakeTicker.START.plusSeconds(2));
    }

    @Test
    void noErrorAddsUpInAnHour() {
        FrameClock clock = new FrameClock(ticker, 30_000 / 1001.0);

        long hour = 3600L * 30_000 / 1001;

        assertThat(clock.due(hour)).isBetween(3_599_966_000_000L, 3_600_000_000_000L);
        assertThat(clock.due(hour + 1) - clock.due(hour)).isBetween(33_366_665L, 33_366_668L);
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 30, 30_000 / 1001.0, 22.1})
    void everyMomentHasTheFrameThatIsDueThen(double fps) {
        FrameClock clock = new FrameClock(ticker, fps);

        long aMonth = 31L * 24 * 3600 * 25;
        for (long frame = 0; frame < aMonth; frame += frame < 2000 ? 1 : 10_007) {
            assertThat(clock.frameAt(clock.due(frame))).isEqualTo(frame);
            assertThat(clock.frameAt(clock.due(frame + 1) - 1)).isEqualTo(frame);
        }
    }

    @Test
    void aClockThatIsSetDoesNotMoveTheChannel() {
        FrameClock clock = new FrameClock(ticker, 25);
        ticker.advance(Duration.ofSeconds(1));

        assertThat(clock.now()).isEqualTo(1_000_000_000);
        assertThat(clock.timeOfDay(clock.now())).isEqualTo(FakeTicker.START.plusSeconds(1));
    }
}
