package avatar.faces.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresenterAnimationTest {

    private static final int FRAMES = PresenterVideo.FRAMES;

    @Test
    void comesBackToItsFirstPose() {
        assertThat(PresenterAnimation.at(8)).isEqualTo(PresenterAnimation.at(0));
        assertThat(PresenterAnimation.at(8.5)).isEqualTo(PresenterAnimation.at(0.5));
    }

    @Test
    void movesLittleFromFrameToFrameAndOverTheSeam() {
        assertThat(largestStep(Pose::swayX)).isLessThan(0.2);
        assertThat(largestStep(Pose::swayY)).isLessThan(0.1);
        assertThat(largestStep(Pose::tiltDegrees)).isLessThan(0.05);
        assertThat(largestStep(Pose::breath)).isLessThan(0.1);
        assertThat(largestStep(pose -> pose.expression().browY())).isLessThan(0.3);
    }

    @Test
    void staysWithinWhatTheDrawingIsMadeFor() {
        assertThat(frames()).allSatisfy(pose -> {
            assertThat(Math.abs(pose.swayX())).isLessThanOrEqualTo(4);
            assertThat(Math.abs(pose.swayY())).isLessThanOrEqualTo(1);
            assertThat(Math.abs(pose.tiltDegrees())).isLessThanOrEqualTo(1);
            assertThat(pose.breath()).isBetween(0.0, 2.5);
            assertThat(Math.abs(pose.expression().gazeX())).isLessThanOrEqualTo(1.6);
            assertThat(Math.abs(pose.expression().gazeY())).isLessThanOrEqualTo(0.8);
            assertThat(pose.expression().browY()).isBetween(-3.0, 1.0);
        });
    }

    @Test
    void breathesInFasterThanOut() {
        assertThat(PresenterAnimation.at(0).breath()).isZero();
        assertThat(PresenterAnimation.at(1.6).breath()).isCloseTo(2.5, within(1e-9));
        assertThat(PresenterAnimation.at(2.8).breath()).isCloseTo(1.25, within(1e-9));
        assertThat(PresenterAnimation.at(5.6).breath()).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void blinksTwiceThroughHalfClosedEyes() {
        List<String> blinks = new ArrayList<>();
        StringBuilder blink = new StringBuilder();
        for (Pose pose : frames()) {
            Lids lids = pose.expression().lids();
            if (lids != Lids.OPEN) {
                blink.append(lids.name().charAt(0));
            } else if (!blink.isEmpty()) {
                blinks.add(blink.toString());
                blink.setLength(0);
            }
        }

        assertThat(blinks).containsExactly("HCCCHH", "HCCCHH");
    }

    @Test
    void looksFromOnePointToAnotherAtOnceAndRestsThere() {
        List<Pose> frames = frames();

        long moving = IntStream.range(0, FRAMES)
                .filter(i -> frames.get(i).expression().gazeX()
                        != frames.get((i + 1) % FRAMES).expression().gazeX())
                .count();

        assertThat(moving).isBetween(7L, 14L);
        assertThat(frames.stream()
                        .map(pose -> pose.expression().gazeX())
                        .distinct()
                        .count())
                .isGreaterThan(5);
    }

    private static List<Pose> frames() {
        return IntStream.range(0, FRAMES)
                .mapToObj(i -> PresenterAnimation.at(i / PresenterVideo.FPS))
                .toList();
    }

    private static double largestStep(ToDoubleFunction<Pose> part) {
        List<Pose> frames = frames();
        return IntStream.range(0, FRAMES)
                .mapToDouble(i -> part.applyAsDouble(frames.get((i + 1) % FRAMES)) - part.applyAsDouble(frames.get(i)))
                .map(Math::abs)
                .max()
                .orElseThrow();
    }
}
