package avatar.bench.live;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.bench.command.Spread;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyReportTest {

    @Test
    void givesMedianAndPercentileByNearestRank() {
        List<Sample> samples =
                IntStream.rangeClosed(1, 50).mapToObj(i -> sample(51 - i, i)).toList();

        LatencyReport report = LatencyReport.of(URI.create("http://x"), 51, samples);

        assertThat(report.total())
                .isEqualTo(new Spread(
                        Duration.ofMillis(25), Duration.ofMillis(48), Duration.ofMillis(1), Duration.ofMillis(50)));
        assertThat(report.table()).isEqualTo("""
                        From the text to the first frame with a moved mouth, n = 50 of 51 at http://x
                        milliseconds                           median      p95      min      max
                        total                                      25       48        1       50
                        request answered                           25       48        1       50
                        accepted -> synthesizing              unknown
                        synthesizing -> speaking              unknown
                        """);
    }

    private static Sample sample(int totalMillis, int answeredMillis) {
        return new Sample("u", Duration.ofMillis(totalMillis), Duration.ofMillis(answeredMillis), null, null);
    }
}
