package avatar.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadRowTest {

    @Test
    void tellsOfTheViewerWhoGotTheLeastAndOfWhatItCost() {
        Tally much = tally(4, true);
        Tally little = tally(2, false);

        LoadRow row = LoadRow.of(
                2,
                List.of(much, little),
                new LoadRow.Cost(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMillis(500), 3 << 20));

        assertThat(row.leastFps()).isEqualTo(1);
        assertThat(row.medianFps()).isEqualTo(2);
        assertThat(row.spokenShare()).isEqualTo(4 / 6.0);
        assertThat(row.serverCores()).isEqualTo(0.5);
        assertThat(row.clientCores()).isEqualTo(0.25);
        assertThat(row.serverMegabytes()).isEqualTo(3);
        assertThat(row.p50()).isLessThanOrEqualTo(row.p99()).isLessThanOrEqualTo(row.max());
    }

    @Test
    void framesBeforeTheBeginDoNotCount() {
        Tally tally = new Tally();
        tally.arrived(true, 10);
        tally.begin();
        tally.arrived(false, 20);

        assertThat(List.of(tally.frames(), tally.spoken())).containsExactly(1, 0);
        assertThat(tally.bytes()).isEqualTo(20);
        assertThat(tally.intervals()).isEmpty();
    }

    private static Tally tally(int frames, boolean isSpoken) {
        Tally tally = new Tally();
        tally.begin();
        for (int i = 0; i < frames; i++) {
            tally.arrived(isSpoken, 1000);
        }
        return tally;
    }
}
