package avatar.bench.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenderReportTest {

    @Test
    void isAtItsBarWhenItIsFasterThanItPlaysAndThanBefore() {
        assertThat(report(90, 20).isAtBar()).isTrue();
        assertThat(report(90, 61).isAtBar()).isFalse();
        assertThat(report(15, 20).isAtBar()).isFalse();
    }

    @Test
    void tableTellsTimesRealTime() {
        assertThat(report(90, 20).table())
                .containsPattern("whole frames, no sound +60\\.0 +90\\.0 +0\\.67 +300 +8\\.0")
                .containsPattern("composed +60\\.0 +20\\.0 +3\\.00 +300 +8\\.0");
    }

    @Test
    void makingTakesTheTimeOfTheFilmAndThePeakOfTheProcess() {
        AtomicInteger made = new AtomicInteger();

        Making making = Making.of(() -> {
            made.incrementAndGet();
            return new Making.Written(2, 1_000);
        });

        assertThat(made).hasValue(1);
        assertThat(making.filmSeconds()).isEqualTo(2);
        assertThat(making.fileBytes()).isEqualTo(1_000);
        assertThat(making.peakMegabytes()).isNotNegative();
    }

    private static RenderReport report(double whole, double composed) {
        return new RenderReport("default", "1280 x 720", "mp4", making(whole), making(composed));
    }

    private static Making making(double seconds) {
        return new Making(60, seconds, seconds, 300, 8_000_000);
    }
}
