package avatar.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartReportTest {

    private final StartReport report = new StartReport(
            0.5, 414, List.of(start(10, 300), start(12, 250), start(30, 900)), List.of(start(24, 700), start(25, 800)));

    @Test
    void comparesTheMedians() {
        assertThat(report.ratioToFirstFrame()).isEqualTo(2.0);
        assertThat(report.firstMouth()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void printsEveryTextOnALineOfItsOwn() {
        assertThat(report.table())
                .contains("Medians of 3 starts each", "AOT caches take 414 MB")
                .containsPattern("first frame, CPU of all processes +12000 +24000")
                .containsPattern("text 1 to the first moved mouth +300 +700")
                .containsPattern("text 2 to the first moved mouth +100 +100")
                .contains("2.0 times less");
    }

    private static StartSample start(int cpuSeconds, int firstMouthMillis) {
        return new StartSample(
                Duration.ofSeconds(8),
                Duration.ofSeconds(cpuSeconds),
                Duration.ofSeconds(9),
                Duration.ofSeconds(cpuSeconds + 1),
                List.of(Duration.ofMillis(firstMouthMillis), Duration.ofMillis(100)));
    }
}
