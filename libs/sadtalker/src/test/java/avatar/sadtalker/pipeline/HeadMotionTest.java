package avatar.sadtalker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.sadtalker.golden.FormulaModels;
import avatar.sadtalker.golden.Golden;
import avatar.sadtalker.model.Execution;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FormulaModels.class)
class HeadMotionTest {

    private static final Execution EXECUTION = new Execution(Execution.Device.CPU, 2);
    private static final List<Float> STRAIGHT = Collections.nCopies(6, 0f);

    /** 40 frames: one chunk of 32, and one that overlaps it. */
    @Test
    void posesAreTheReferences(FormulaModels.Made models) {
        float[] latents = Golden.floats("audio2pose/z");
        Iterator<float[]> chunks = Stream.of(Arrays.copyOfRange(latents, 0, 64), Arrays.copyOfRange(latents, 64, 128))
                .iterator();
        List<Float> start = Coefficients.part(Golden.floats("audio2pose/ref"), 64, 6);
        try (HeadMotion motion = HeadMotion.of(models.bundle(), EXECUTION)) {
            double[][] poses = motion.motion(Golden.floats("audio2pose/mels"), start, 0, chunks::next);

            float[] flat = new float[40 * 6];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = (float) poses[i / 6][i % 6];
            }
            Golden.assertAsReference("audio2pose/pose", flat, 1e-4);
        }
    }

    @Test
    void aSeedGivesTheSameMotionAgainAndAnotherSeedAnother(FormulaModels.Made models) {
        float[] speech = new float[16_000];
        try (HeadMotion motion = HeadMotion.of(models.bundle(), EXECUTION)) {
            List<List<Float>> poses = motion.of(speech, STRAIGHT, new HeadMotion.Style(7, 1));

            assertThat(poses).hasSize(25);
            assertThat(motion.of(speech, STRAIGHT, new HeadMotion.Style(7, 1))).isEqualTo(poses);
            assertThat(motion.of(speech, STRAIGHT, new HeadMotion.Style(7, 2))).isNotEqualTo(poses);
            assertThat(motion.of(speech, STRAIGHT, new HeadMotion.Style(8, 1))).isNotEqualTo(poses);
        }
    }

    @Test
    void refusesAStyleThatIsNotThere() {
        assertThatThrownBy(() -> new HeadMotion.Style(46, 1))
                .hasMessage("Invalid pose style: found 46, expected 0 to 45");
    }
}
