package avatar.setup.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.viseme.Viseme;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeFitTest {

    private static final double FPS = 25;
    private static final LipContour OPEN = Contours.moving(LipContour.LOWER_INNER_MIDDLE, new Point(0, 0.2));
    private static final LipContour SPREAD = Contours.moving(LipContour.LEFT_CORNER, new Point(0.05, 0));

    @Test
    void shapesThatRunIntoEachOtherAreToldApart() {
        ShapeFit fit = new ShapeFit(expecting(still()));
        fit.add(clip(300, 0.12));

        List<LipContour> shapes = fit.shapes();

        assertThat(shapes.get(place(Viseme.AA)).minus(OPEN).size()).isLessThan(0.1 * OPEN.size());
        assertThat(shapes.get(place(Viseme.IY)).minus(SPREAD).size()).isLessThan(0.1 * OPEN.size());
    }

    @Test
    void whatIsNeverSaidIsAsExpected() {
        ShapeFit fit = new ShapeFit(expecting(SPREAD));
        fit.add(clip(4, 0.12));

        assertThat(fit.shapes().get(place(Viseme.SH)).minus(SPREAD).size()).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatIsSaidOnceIsPulledTowardsWhatIsExpected() {
        ShapeFit fit = new ShapeFit(expecting(still()));
        fit.add(clip(2, 0.12));

        LipContour shape = fit.shapes().get(place(Viseme.AA));

        assertThat(shape.size()).isBetween(0.1 * OPEN.size(), 0.7 * OPEN.size());
    }

    @Test
    void clipsOfTheSameSpeechExplainEachOther() {
        List<TalkingClip> clips = List.of(clip(60, 0.12), clip(60, 0.2));

        assertThat(ShapeFit.unexplainedWhenLeftOut(clips, expecting(still()))).isLessThan(0.02);
        assertThat(ShapeFit.unexplained(expecting(still()), clips.getFirst())).isCloseTo(1, within(1e-9));
    }

    @Test
    void talkersAreBroughtToOneLiveliness() {
        List<TalkingClip> clips =
                TalkingClip.equallyLively(List.of(clip(10, 0.12), clip(10, 0.12).livelier(3)));

        assertThat(clips.get(0).liveliness()).isCloseTo(clips.get(1).liveliness(), within(1e-12));
    }

    /** AA and IY in turn, each of that length, the lips as the shapes mix. */
    private static TalkingClip clip(int count, double seconds) {
        List<Sound> sounds = new ArrayList<>(List.of(new Sound(0, 1, "SIL")));
        for (int i = 0; i < count; i++) {
            sounds.add(new Sound(1 + i * seconds, 1 + (i + 1) * seconds, i % 2 == 0 ? "AA" : "IY"));
        }
        double end = 1 + count * seconds;
        sounds.add(new Sound(end, end + 1, "SIL"));
        List<LipContour> moves = new ArrayList<>();
        for (int frame = 0; frame < (end + 1) * FPS; frame++) {
            double[] weights = Articulation.weights(sounds, TalkingClip.time(frame, FPS));
            moves.add(OPEN.times(weights[place(Viseme.AA)]).plus(SPREAD.times(weights[place(Viseme.IY)])));
        }
        return new TalkingClip(FPS, Contours.shut(), moves, sounds);
    }

    private static LipContour still() {
        return OPEN.times(0);
    }

    private static List<LipContour> expecting(LipContour shape) {
        return Collections.nCopies(Articulation.PLACES, shape);
    }

    private static int place(Viseme viseme) {
        return Articulation.VISEMES.indexOf(viseme);
    }
}
