package avatar.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkewReportTest {

    private static final URI PAGE = URI.create("http://127.0.0.1:8080");
    private static final double FPS = 30;

    @Test
    void lipsThatAreSeenWhenTheyAreHeardHaveNoSkew() {
        SkewReport.Row row = SkewReport.Row.of("in time", frames(300, 0, 0));

        assertThat(row.frames()).isEqualTo(300);
        assertThat(row.median()).isCloseTo(0, within(1e-6));
        assertThat(row.p95()).isCloseTo(0, within(1e-6));
    }

    @Test
    void lipsThatComeLateAreAfterTheSound() {
        SkewReport report = report(frames(300, 0.025, 0));

        assertThat(report.rows().getFirst().median()).isCloseTo(25, within(1e-6));
        assertThat(report.isAtBar()).isFalse();
    }

    @Test
    void aLongTextThatDriftsIsTold() {
        List<SkewReport.Row> minutes = SkewReport.Row.minutes(frames((int) (FPS * 300), 0, 0.012 / 240));

        assertThat(minutes).hasSize(5);
        SkewReport report = new SkewReport(
                PAGE,
                "flite-slt",
                IntStream.range(0, 6)
                        .mapToObj(i -> i == 0 ? SkewReport.Row.of("sentences", frames(300, 0, 0)) : minutes.get(i - 1))
                        .toList());
        assertThat(report.drift()).isCloseTo(12, within(0.1));
        assertThat(report.isAtBar()).isFalse();
        assertThat(report.table()).contains("drift of the long text +12.0 ms (bar 5)");
    }

    @Test
    void aMinuteBegunCountsToTheOneBefore() {
        assertThat(SkewReport.Row.minutes(frames((int) (FPS * 80), 0, 0))).hasSize(1);
        assertThat(SkewReport.Row.minutes(frames((int) (FPS * 100), 0, 0))).hasSize(2);
    }

    private static SkewReport report(List<DrawnFrame> frames) {
        return new SkewReport(PAGE, "flite-slt", List.of(SkewReport.Row.of("sentences", frames)));
    }

    /**
     * Frames seen at a steady pace.
     *
     * @param ahead seconds that the sound is ahead of the lips
     * @param drift by how much more each second
     */
    private static List<DrawnFrame> frames(int count, double ahead, double drift) {
        return IntStream.range(0, count)
                .mapToObj(i -> new DrawnFrame("u", (i + 0.5) / FPS, i / FPS + ahead + drift * i / FPS))
                .toList();
    }
}
