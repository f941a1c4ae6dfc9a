package avatar.mouths.blink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlinkScheduleTest {

    private static final double FPS = 30;

    @ParameterizedTest
    @ValueSource(doubles = {4, 8, 9, 20, 30, 60})
    void blinksComeTwoToSevenSecondsApartAlsoOverTheEndsOfTheLoop(double seconds) {
        BlinkSchedule schedule = schedule(seconds);

        List<Double> starts = starts(schedule);

        assertThat(starts).hasSize(schedule.blinks()).hasSize((int) Math.round(seconds / 4));
        for (int i = 0; i < starts.size(); i++) {
            double next = i + 1 < starts.size() ? starts.get(i + 1) : starts.getFirst() + seconds;
            assertThat(next - starts.get(i)).isBetween(1.9, 7.1);
        }
    }

    @Test
    void intervalsAreIrregular() {
        List<Double> starts = starts(schedule(60));

        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < starts.size(); i++) {
            gaps.add(starts.get(i) - starts.get(i - 1));
        }
        double shortest = gaps.stream().mapToDouble(gap -> gap).min().orElseThrow();
        double longest = gaps.stream().mapToDouble(gap -> gap).max().orElseThrow();
        assertThat(longest).isGreaterThan(1.5 * shortest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 2.5, 3, 4.2, 6, 9, 11.7, 30})
    void noLidMovesNearTheEndsOfTheLoop(double seconds) {
        BlinkSchedule schedule = schedule(seconds);

        assertThat(schedule.blinks()).isPositive();
        for (int frame = 0; frame < 0.3 * FPS; frame++) {
            assertThat(schedule.closed(frame)).isZero();
            assertThat(schedule.closed(schedule.frames() - 1 - frame)).isZero();
        }
    }

    @Test
    void shortLoopHasNoBlinks() {
        BlinkSchedule schedule = schedule(1.9);

        assertThat(schedule.blinks()).isZero();
        assertThat(starts(schedule)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {24, 25, 30, 60})
    void lidsShutWhollyForAMoment(double fps) {
        BlinkSchedule schedule = BlinkSchedule.of((int) (4 * fps), fps);

        double most = 0;
        int moved = 0;
        for (int frame = 0; frame < schedule.frames(); frame++) {
            most = Math.max(most, schedule.closed(frame));
            moved += schedule.closed(frame) > 0 ? 1 : 0;
        }

        assertThat(most).isEqualTo(1);
        assertThat(moved / fps).isBetween(0.2, 0.35);
    }

    @Test
    void lidsFallFasterThanTheyRise() {
        BlinkSchedule schedule = BlinkSchedule.of(240, 60);

        int falling = 0;
        int rising = 0;
        for (int frame = 1; frame < schedule.frames(); frame++) {
            double step = schedule.closed(frame) - schedule.closed(frame - 1);
            falling += step > 0 ? 1 : 0;
            rising += step < 0 ? 1 : 0;
        }

        assertThat(rising).isGreaterThan(falling);
    }

    @Test
    void sameLoopAlwaysBlinksAtTheSameTimes() {
        assertThat(starts(schedule(30))).isEqualTo(starts(schedule(30)));
    }

    private static BlinkSchedule schedule(double seconds) {
        return BlinkSchedule.of((int) Math.round(seconds * FPS), FPS);
    }

    /** When lids begin to move, in seconds. */
    private static List<Double> starts(BlinkSchedule schedule) {
        List<Double> starts = new ArrayList<>();
        for (int frame = 1; frame < schedule.frames(); frame++) {
            if (schedule.closed(frame) > 0 && schedule.closed(frame - 1) == 0) {
                starts.add(frame / FPS);
            }
        }
        return starts;
    }
}
