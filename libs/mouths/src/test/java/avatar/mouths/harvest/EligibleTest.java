package avatar.mouths.harvest;

import static avatar.mouths.harvest.Speaker.AT_REST;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EligibleTest {

    private static final List<Integer> CHEEKS = List.of(205, 425, 50, 280, 36, 266, 203, 423, 206, 426, 207, 427);

    @Test
    void headThatMovesAndSpeaksIs() {
        Similarity move = new Similarity(1.1, 0.1, -30, -80);

        assertThat(eligible(Speaker.saying(Viseme.AA).moved(move, 1), move)).containsExactly(0, 1);
    }

    @Test
    void faceThatWasLostIsNot() {
        Speaker lost = new Speaker(AT_REST.picture(), new Face(AT_REST.face().mesh(), 0));

        assertThat(eligible(lost, Similarity.IDENTITY)).containsExactly(0);
    }

    @Test
    void headThatIsTurnedAwayIsNot() {
        Speaker turned = shifted(List.of(4), 0.08, 0);

        assertThat(eligible(turned, Similarity.IDENTITY)).containsExactly(0);
    }

    @Test
    void smileIsNot() {
        Speaker smiling = shifted(CHEEKS, 0, -0.04);

        assertThat(eligible(smiling, Similarity.IDENTITY)).containsExactly(0);
    }

    @Test
    void faceThatIsMuchSmallerIsNot() {
        Similarity far = new Similarity(0.8, 0, 100, 80);

        assertThat(eligible(AT_REST.moved(far, 1), far)).containsExactly(0);
    }

    private static IntStream eligible(Speaker other, Similarity track) {
        return Eligible.frames(Speaker.clip(List.of(AT_REST, other), List.of(Similarity.IDENTITY, track)));
    }

    /** Points moved, in eye distances. */
    private static Speaker shifted(List<Integer> indices, double right, double down) {
        Point shift = new Point(right, down).times(AT_REST.face().eyeDistance());
        return AT_REST.withPoints(
                indices,
                indices.stream().map(AT_REST.face()::at).map(shift::plus).toList());
    }
}
