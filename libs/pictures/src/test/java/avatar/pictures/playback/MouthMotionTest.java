package avatar.pictures.playback;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import avatar.pictures.frame.MouthPose;
import org.junit.jupiter.api.Test;

class MouthMotionTest {

    private static final Lips AA = Lips.of(Viseme.AA);
    private static final Lips OH = Lips.of(Viseme.OH, 0.5);

    private final MouthMotion motion = new MouthMotion();

    @Test
    void nothingIsShownUntilSomethingIsSaid() {
        assertThat(motion.at(20, LipGoal.away(0, 40)).isNone()).isTrue();
        assertThat(motion.at(60, LipGoal.away(40, 40)).isNone()).isTrue();
    }

    @Test
    void mouthComesInOverTheFirstMovement() {
        LipGoal first = new LipGoal(null, AA, 10, 40);

        assertThat(motion.at(20, first)).isEqualTo(new MouthPose(null, AA, 0.25));
        assertThat(motion.at(60, first)).isEqualTo(new MouthPose(AA, AA, 1));
    }

    @Test
    void lipsMoveAsPlanned() {
        motion.at(20, new LipGoal(null, Lips.SHUT, 0, 20));

        assertThat(motion.at(60, new LipGoal(Lips.SHUT, AA, 50, 80))).isEqualTo(new MouthPose(Lips.SHUT, AA, 0.125));
        assertThat(motion.at(100, new LipGoal(Lips.SHUT, AA, 50, 80))).isEqualTo(new MouthPose(Lips.SHUT, AA, 0.625));
        assertThat(motion.at(140, new LipGoal(AA, OH, 130, 0))).isEqualTo(new MouthPose(OH, OH, 1));
    }

    @Test
    void lipsAreWhereTheyWerePlannedToBeAfterFramesThatWereSkipped() {
        motion.at(20, new LipGoal(null, Lips.SHUT, 0, 20));

        assertThat(motion.at(350, new LipGoal(AA, OH, 340, 40))).isEqualTo(new MouthPose(AA, OH, 0.25));
    }

    @Test
    void interruptedSpeechContinuesFromTheLipsThatWereShown() {
        motion.at(20, new LipGoal(null, Lips.SHUT, 0, 20));
        motion.at(60, new LipGoal(Lips.SHUT, AA, 20, 20));

        assertThat(motion.at(100, new LipGoal(null, Lips.SHUT, 90, 40))).isEqualTo(new MouthPose(AA, Lips.SHUT, 0.25));
    }

    @Test
    void lipsThatAreWhereTheyShouldBeDoNotMove() {
        motion.at(20, new LipGoal(null, Lips.SHUT, 0, 20));

        assertThat(motion.at(60, LipGoal.shut(55))).isEqualTo(new MouthPose(Lips.SHUT, Lips.SHUT, 1));
    }

    @Test
    void mouthGoesOutOverTheFade() {
        motion.at(20, new LipGoal(null, AA, 0, 20));

        assertThat(motion.at(100, LipGoal.away(80, 40))).isEqualTo(new MouthPose(AA, null, 0.5));
        assertThat(motion.at(140, LipGoal.away(120, 40)).isNone()).isTrue();
    }

    @Test
    void mouthComesInEvenIfTheFirstFramesOfASpeechWereSkipped() {
        assertThat(motion.at(100, new LipGoal(Lips.SHUT, AA, 80, 40))).isEqualTo(new MouthPose(null, AA, 0.5));
    }
}
