package avatar.setup.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<Step> steps = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private Progress progress = new Progress(steps::add, () -> now);

    @BeforeEach
    void begin() {
        progress = new Progress(steps::add, () -> now);
    }

    @Test
    void reportsTheBeginningOfAStageAndThenFourTimesASecondAtMost() {
        for (int i = 0; i < 100; i++) {
            progress.at(Stage.FIND, i / 100.0);
            now = now.plusMillis(10);
        }
        progress.at(Stage.FOLLOW, 0);

        assertThat(steps).hasSize(5);
        assertThat(steps.getLast().stage()).isEqualTo(Stage.FOLLOW);
    }

    @Test
    void stagesTogetherAreTheWholeAndNeverGoBack() {
        for (Stage stage : Stage.values()) {
            progress.at(stage, 0);
            now = now.plusSeconds(1);
            progress.at(stage, 1);
            now = now.plusSeconds(1);
        }

        assertThat(steps).extracting(Step::overall).isSorted();
        assertThat(steps.getFirst().overall()).isZero();
        assertThat(steps.getLast().overall()).isEqualTo(1);
    }

    @Test
    void timeLeftIsWhatTheRestTakesAtThePaceSoFar() {
        progress.at(Stage.FIND, 0);
        now = now.plusSeconds(11);
        progress.at(Stage.FIND, 1);

        assertThat(steps.getFirst().left()).isNull();
        assertThat(steps.getLast().left()).isEqualTo(Duration.ofSeconds(39));
    }

    @Test
    void mouthsThatTakeLongAreMostOfTheWhole() {
        Progress slow = new Progress(steps::add, () -> now, 100);
        slow.at(Stage.MOUTHS, 0);
        slow.at(Stage.LIGHT, 0);

        assertThat(steps.getFirst().overall()).isLessThan(0.1);
        assertThat(steps.getLast().overall()).isGreaterThan(0.9).isLessThan(1);
    }

    @Test
    void saysHowLongEachStageTook() {
        progress.at(Stage.FIND, 0);
        now = now.plusSeconds(3);
        progress.at(Stage.LOOP, 0);
        now = now.plusSeconds(2);

        assertThat(progress.seconds())
                .containsExactly(
                        java.util.Map.entry("Finding the face", 3.0), java.util.Map.entry("Writing the loop", 2.0));
    }
}
