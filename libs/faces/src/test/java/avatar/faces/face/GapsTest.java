package avatar.faces.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GapsTest {

    @Test
    void lostFaceIsPutBetweenItsNeighbours() {
        List<Face> whole = Gaps.bridge(faces(0.0, null, null, 30.0), 30);

        assertThat(whole).extracting(face -> face.at(0).x()).containsExactly(0.0, 10.0, 20.0, 30.0);
        assertThat(whole).extracting(Face::confidence).containsExactly(1.0, 0.0, 0.0, 1.0);
    }

    @Test
    void faceLostAtTheBeginningOrTheEndIsLikeTheNearest() {
        List<Face> whole = Gaps.bridge(faces(null, 7.0, null), 30);

        assertThat(whole).extracting(face -> face.at(0).x()).containsExactly(7.0, 7.0, 7.0);
    }

    @Test
    void everyGapIsFound() {
        assertThat(Gaps.of(faces(null, 1.0, null, null, 2.0, null)))
                .containsExactly(new Gap(0, 1), new Gap(2, 4), new Gap(5, 6));
    }

    @Test
    void halfASecondIsBridgedAndMoreIsAnErrorThatNamesTheTimes() {
        assertThat(Gaps.bridge(withGapOf(15), 30)).hasSize(35);

        assertThatThrownBy(() -> Gaps.bridge(withGapOf(16), 30))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_FACE))
                .hasMessage("No face from 0.33 to 0.87 s; at most 0.5 s without one can be bridged");
    }

    @Test
    void clipWithoutAnyFaceSaysWhatWasLookedFor() {
        assertThatThrownBy(() -> Gaps.bridge(faces(null, null, null), 30))
                .hasMessage("No face in 0.1 s of pictures; expected one that looks towards the camera");
    }

    @Test
    void pictureWithoutAFaceIsCalledAPicture() {
        assertThatThrownBy(() -> Gaps.bridge(faces((Double) null), 1))
                .hasMessage("No face in the picture; expected one that looks towards the camera");
    }

    private static List<@Nullable Face> withGapOf(int frames) {
        List<@Nullable Face> faces = new ArrayList<>();
        for (int i = 0; i < 20 + frames; i++) {
            faces.add(i >= 10 && i < 10 + frames ? null : at(i));
        }
        return faces;
    }

    private static List<@Nullable Face> faces(@Nullable Double... places) {
        List<@Nullable Face> faces = new ArrayList<>();
        for (Double place : places) {
            faces.add(place == null ? null : at(place));
        }
        return faces;
    }

    private static Face at(double x) {
        return new Face(List.of(new Point(x, 0)), 1);
    }
}
