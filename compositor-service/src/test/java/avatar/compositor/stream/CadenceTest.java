package avatar.compositor.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CadenceTest {

    @Test
    void everyFrameIsTakenWithoutALimit() {
        assertThat(taken(Cadence.all(), 0, 30)).hasSize(30);
        assertThat(taken(Cadence.of(30, 30, false), 0, 30)).hasSize(30);
        assertThat(taken(Cadence.of(60, 25, false), 0, 25)).hasSize(25);
    }

    @Test
    void fewerFramesAreTakenEvenly() {
        assertThat(taken(Cadence.of(10, 30, false), 0, 12)).containsExactly(0, 3, 6, 9);
        assertThat(taken(Cadence.of(20, 30, false), 0, 9)).containsExactly(0, 2, 3, 5, 6, 8);
        assertThat(taken(Cadence.of(1, 25, false), 0, 75)).containsExactly(0, 25, 50);
    }

    @Test
    void frameWhoseTurnWasSkippedIsReplacedByTheNext() {
        Cadence cadence = Cadence.of(10, 30, false);

        assertThat(LongStream.of(0, 1, 4, 5, 6).filter(cadence::takes)).containsExactly(0L, 4L, 6L);
    }

    @Test
    void viewerThatJoinsGetsTheCurrentFrame() {
        assertThat(taken(Cadence.of(10, 30, false), 1000, 1004)).containsExactly(1000, 1002);
    }

    @Test
    void whereAFrameIsShownOnlyWhenTheNextBeginsThatComesAtOnce() {
        assertThat(taken(Cadence.of(10, 30, true), 0, 9)).containsExactly(0, 1, 3, 4, 6, 7);
        assertThat(taken(Cadence.of(20, 30, true), 0, 6)).as("soon enough").containsExactly(0, 2, 3, 5);
    }

    private static int[] taken(Cadence cadence, int from, int to) {
        return LongStream.range(from, to)
                .filter(cadence::takes)
                .mapToInt(number -> (int) number)
                .toArray();
    }
}
