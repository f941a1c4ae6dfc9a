package avatar.sadtalker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.golden.Golden;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaceGeometryTest {

    private static final Offset<Double> CLOSE = within(1e-3);

    static Stream<JsonNode> faces() {
        Golden.require();
        return StreamSupport.stream(Golden.json("geometry.json").get("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("faces")
    void cutsOutWhatTheReferenceCutsOut(JsonNode face) {
        FaceCrop crop = FaceCrop.of(
                landmarks(face.get("landmarks")),
                face.get("width").intValue(),
                face.get("height").intValue());

        assertThat(numbers(crop.outer())).containsExactly(numbers(face.get("crop")), CLOSE);
        assertThat(numbers(crop.inner())).containsExactly(numbers(face.get("quad")), CLOSE);
    }

    @ParameterizedTest
    @MethodSource("faces")
    void alignsAsTheReferenceDoes(JsonNode face) {
        Landmarks landmarks = landmarks(face.get("landmarks256"));

        FaceAlignment alignment = FaceAlignment.of(landmarks, 256);

        double[] expected = numbers(face.get("trans_params"));
        assertThat(alignment.scale()).isCloseTo(expected[2], CLOSE);
        assertThat(alignment.middle().x()).isCloseTo(expected[3], CLOSE);
        assertThat(alignment.middle().y()).isCloseTo(expected[4], CLOSE);
        List<Place> aligned = alignment.aligned(landmarks).points();
        List<Place> reference = landmarks(face.get("landmarks224")).points();
        for (int i = 0; i < aligned.size(); i++) {
            assertThat(aligned.get(i).x()).isCloseTo(reference.get(i).x(), CLOSE);
            assertThat(aligned.get(i).y()).isCloseTo(reference.get(i).y(), CLOSE);
        }
    }

    @Test
    void recoversScaleAndPlaceOfAFaceSeenStraightOn() {
        double[][] standard = {
            {-0.3114866, 0.2903608},
            {0.3097989, 0.2897204},
            {0.0032535, -0.0461793},
            {-0.2521693, -0.3813392},
            {0.2484662, -0.3812824}
        };
        List<Place> points = new ArrayList<>();
        for (int i = 0; i < 68; i++) {
            int[] owner = {36, 39, 42, 45, 30, 48, 54};
            int[] five = {0, 0, 1, 1, 2, 3, 4};
            Place place = new Place(0, 0);
            for (int j = 0; j < owner.length; j++) {
                if (owner[j] == i) {
                    place = new Place(120 + 51 * standard[five[j]][0], 255 - (130 + 51 * standard[five[j]][1]));
                }
            }
            points.add(place);
        }

        FaceAlignment alignment = FaceAlignment.of(new Landmarks(points), 256);

        assertThat(alignment.scale()).isCloseTo(2, within(1e-4));
        assertThat(alignment.middle().x()).isCloseTo(120, within(1e-3));
        assertThat(alignment.middle().y()).isCloseTo(130, within(1e-3));
    }

    @Test
    void refusesAFaceOutsideThePicture() {
        Landmarks face = face(-500, -500);

        assertThatThrownBy(() -> FaceCrop.of(face, 640, 480))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_FACE))
                .hasMessageContaining("640x480");
    }

    @Test
    void alignedPictureShowsTheFaceWhereTheAlignedLandmarksAre() {
        Landmarks face = face(100, 100);
        FaceAlignment alignment = FaceAlignment.of(face, 256);
        Place nose = face.points().get(30);
        float[] planes = new float[3 * 256 * 256];
        planes[((int) nose.y()) * 256 + (int) nose.x()] = 1;

        Picture aligned = alignment.aligned(new Picture(256, 256, planes));

        Place expected = alignment.aligned(face).points().get(30);
        Place brightest = new Place(0, 0);
        float most = 0;
        for (int y = 0; y < 224; y++) {
            for (int x = 0; x < 224; x++) {
                if (aligned.at(0, x, y) > most) {
                    most = aligned.at(0, x, y);
                    brightest = new Place(x, 223 - y);
                }
            }
        }
        assertThat(brightest.minus(expected).length()).isLessThan(2.5);
    }

    /** A frontal face, its left eye there. */
    private static Landmarks face(double x, double y) {
        List<Place> points = new ArrayList<>();
        for (int i = 0; i < 68; i++) {
            Place place = i >= 42 && i < 48
                    ? new Place(x + 60, y)
                    : switch (i) {
                        case 30 -> new Place(x + 30, y + 33);
                        case 48 -> new Place(x + 6, y + 65);
                        case 54 -> new Place(x + 54, y + 65);
                        default -> new Place(x, y);
                    };
            points.add(place);
        }
        return new Landmarks(points);
    }

    private static Landmarks landmarks(JsonNode points) {
        List<Place> places = new ArrayList<>();
        points.forEach(point ->
                places.add(new Place(point.get(0).doubleValue(), point.get(1).doubleValue())));
        return new Landmarks(places);
    }

    private static double[] numbers(FaceCrop.Rectangle rectangle) {
        return new double[] {rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom()};
    }

    private static double[] numbers(JsonNode node) {
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = node.get(i).doubleValue();
        }
        return numbers;
    }
}
