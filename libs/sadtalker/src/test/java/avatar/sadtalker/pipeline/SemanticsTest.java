package avatar.sadtalker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SemanticsTest {

    @Test
    void windowsReachThirteenFramesToEachSideAndStopAtTheEnds() {
        List<Coefficients> clip = IntStream.range(0, 20).mapToObj(i -> face(i)).toList();

        float[] window = Semantics.window(clip, 5, 70);

        assertThat(window).hasSize(70 * 27);
        assertThat(window[0]).isZero();
        assertThat(window[8]).isZero();
        assertThat(window[9]).isEqualTo(1);
        assertThat(window[13]).isEqualTo(5);
        assertThat(window[26]).isEqualTo(18);
        assertThat(Semantics.window(clip, 19, 73)[26]).isEqualTo(19);
    }

    @Test
    void coefficientsStandInTheOrderOfTheModel() {
        float[] row =
                new Coefficients(Collections.nCopies(64, 1f), Collections.nCopies(6, 2f), List.of(3f, 4f, 5f)).row(73);

        assertThat(row[63]).isEqualTo(1);
        assertThat(row[64]).isEqualTo(2);
        assertThat(row[69]).isEqualTo(2);
        assertThat(row[70]).isEqualTo(3);
        assertThat(row[72]).isEqualTo(5);
    }

    @Test
    void halfWayIsHalfWay() {
        assertThat(face(2).towards(face(6), 0.5)).isEqualTo(face(4));
    }

    @Test
    void refusesAFaceOfAnotherModel() {
        assertThatThrownBy(() -> new Coefficients(List.of(1f), Collections.nCopies(6, 0f), Collections.nCopies(3, 0f)))
                .hasMessageContaining("64");
    }

    private static Coefficients face(int expression) {
        return new Coefficients(
                Collections.nCopies(64, (float) expression), Collections.nCopies(6, 0f), Collections.nCopies(3, 0f));
    }
}
