package avatar.compositor.playback;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.compositor.render.MouthPose;
import avatar.contract.viseme.Viseme;
import org.junit.jupiter.api.Test;

class MouthMotionTest {

    private final MouthMotion motion = new MouthMotion(40);

    @Test
    void nothingIsShownUntilSomethingIsSaid() {
        assertThat(motion.at(20, null, 0).isNone()).isTrue();
        assertThat(motion.at(60, null, 40).isNone()).isTrue();
    }

    @Test
    void mouthComesInOverTheTransition() {
        assertThat(motion.at(20, Viseme.AA, 10)).isEqualTo(new MouthPose(null, Viseme.AA, 0.25));
        assertThat(motion.at(60, Viseme.AA, 10)).isEqualTo(new MouthPose(Viseme.AA, Viseme.AA, 1));
    }

    @Test
    void oneShapeGoesOverIntoTheNext() {
        motion.at(20, Viseme.AA, 0);
        motion.at(60, Viseme.AA, 0);

        assertThat(motion.at(100, Viseme.M, 90)).isEqualTo(new MouthPose(Viseme.AA, Viseme.M, 0.25));
    }

    @Test
    void startsFromTheShapeThatWasSeenWhenCuesWereSkipped() {
        motion.at(20, Viseme.AA, 0);

        // Whatever the timeline had between 40 and 340, nobody saw it.
        assertThat(motion.at(350, Viseme.M, 340)).isEqualTo(new MouthPose(Viseme.AA, Viseme.M, 0.25));
    }

    @Test
    void shapeThatIsWantedAgainDoesNotMove() {
        motion.at(20, Viseme.AA, 0);
        motion.at(60, Viseme.AA, 0);

        assertThat(motion.at(100, Viseme.AA, 95)).isEqualTo(new MouthPose(Viseme.AA, Viseme.AA, 1));
    }

    @Test
    void mouthGoesOutOverTheTransition() {
        motion.at(20, Viseme.AA, 0);
        motion.at(60, Viseme.AA, 0);

        assertThat(motion.at(100, null, 80)).isEqualTo(new MouthPose(Viseme.AA, null, 0.5));
        assertThat(motion.at(140, null, 120).isNone()).isTrue();
    }
}
