package avatar.sadtalker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.sadtalker.golden.Golden;
import avatar.sadtalker.model.Tensors;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadPoseTest {

    @ParameterizedTest
    @CsvSource({"33, 0", "0, -99", "65, 96"})
    void aCertainBinIsItsAngle(int bin, double degrees) {
        float[] logits = new float[66];
        logits[bin] = 100;

        assertThat(HeadPose.degrees(logits)).isCloseTo(degrees, within(1e-9));
    }

    @Test
    void yawMovesNothingUpOrDown() {
        float[] point = held(40, 0, 0).keyPoints(new float[] {0.1f, 0.2f, 0.3f});

        assertThat(point[1]).isEqualTo(0.2f);
        assertThat(point[0]).isNotEqualTo(0.1f);
    }

    @Test
    void turningKeepsDistances() {
        float[] point = held(40, -20, 10).keyPoints(new float[] {0.1f, 0.2f, 0.3f});

        assertThat(Math.sqrt(point[0] * point[0] + point[1] * point[1] + point[2] * point[2]))
                .isCloseTo(Math.sqrt(0.14), within(1e-6));
    }

    @Test
    void keyPointsAreTheReferences() {
        Golden.require();
        Tensors mapped = Golden.tensors("mapping/", "yaw", "pitch", "roll", "t", "exp");
        float[] canonical = Golden.floats("keypoint_transformation/kp");

        float[] source = HeadPose.of(mapped, 0).keyPoints(canonical);
        float[] driving = HeadPose.of(mapped, 1).keyPoints(canonical);

        Golden.assertAsReference("keypoint_transformation/kp_source", source, 1e-4);
        Golden.assertAsReference("keypoint_transformation/kp_driving", driving, 1e-4);
    }

    private static HeadPose held(double yaw, double pitch, double roll) {
        return new HeadPose(yaw, pitch, roll, 0, List.of(Collections.nCopies(3, 0f)));
    }
}
