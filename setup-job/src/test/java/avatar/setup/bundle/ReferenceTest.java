package avatar.setup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void ofATalkerTheFrameWithItsMouthShutIsChosen() {
        List<Face> faces = List.of(face(9, 8, 0), face(4, 8, 0), face(0.3, 8, 0), face(6, 8, 0));

        assertThat(choose(faces, all(faces))).isEqualTo(2);
    }

    @Test
    void ofManyShutMouthsTheHeadAsItIsMostOfTheTimeIsChosen() {
        List<Face> faces = List.of(face(0, 8, 20), face(0.2, 8, 12), face(0.3, 8, 4), face(0.4, 8, 4), face(0.3, 8, 4));

        assertThat(choose(faces, all(faces))).isEqualTo(3);
    }

    @Test
    void blinkIsPassedOver() {
        List<Face> faces = List.of(face(0, 8, 0), face(0, 8, 1), face(0, 1, 0), face(0, 8, 1), face(0, 8, 3));

        assertThat(choose(faces, List.of(2, 4))).isEqualTo(4);
    }

    @Test
    void smileIsPassedOver() {
        List<Face> faces = List.of(smiling(face(0, 8, 0)), face(4, 8, 1), face(5, 8, 0), face(0, 8, 1));

        assertThat(choose(faces, all(faces))).isEqualTo(3);
    }

    @Test
    void onlyCandidatesAreChosen() {
        List<Face> faces = List.of(face(0, 8, 0), face(5, 8, 0), face(7, 8, 0));

        assertThat(choose(faces, List.of(1, 2))).isEqualTo(1);
    }

    @Test
    void lipsOfEveryFrameAreCarriedBack() {
        List<Face> faces = List.of(face(0, 8, 0), face(10, 8, 0));
        List<Similarity> track = List.of(Similarity.IDENTITY, new Similarity(2, 0, 30, -7));
        BgrImage picture = new BgrImage(2, 2, new byte[12]);

        Reference reference = Reference.of(0, picture, faces, track);

        Point upper = faces.get(1).at(0);
        assertThat(reference.ownMouth()).hasSize(40).anySatisfy(point -> {
            assertThat(point.x()).isCloseTo((upper.x() - 30) / 2, within(1e-9));
            assertThat(point.y()).isCloseTo((upper.y() + 7) / 2, within(1e-9));
        });
    }

    @Test
    void ofFramesAsTypicalTheOneThatLooksMostLikeTheOthersIsChosen() {
        List<Face> faces = Collections.nCopies(10, face(0, 8, 0));

        int chosen = Reference.choose(
                faces,
                all(faces),
                best -> best.stream().map(frame -> frame == 2 ? 1.0 : 3.0).toList());

        assertThat(chosen).isEqualTo(2);
    }

    private static int choose(List<Face> faces, List<Integer> candidates) {
        return Reference.choose(faces, candidates, best -> Collections.nCopies(best.size(), 0.0));
    }

    private static List<Integer> all(List<Face> faces) {
        return IntStream.range(0, faces.size()).boxed().toList();
    }

    private static Face smiling(Face face) {
        List<Point> mesh = new ArrayList<>(face.mesh());
        mesh.set(205, new Point(0, 60));
        mesh.set(425, new Point(100, 60));
        return new Face(mesh, 1);
    }

    /**
     * A face of 100 px between the eyes.
     *
     * @param lips apart, in pixels
     * @param lids apart, in pixels
     * @param aside how far the nose points to the right, in pixels
     */
    private static Face face(double lips, double lids, double aside) {
        List<Point> mesh = new ArrayList<>(Collections.nCopies(468, new Point(50, 50)));
        mesh.set(Face.RIGHT_EYE_CORNER, new Point(0, 0));
        mesh.set(Face.LEFT_EYE_CORNER, new Point(100, 0));
        mesh.set(205, new Point(5, 60));
        mesh.set(425, new Point(95, 60));
        mesh.set(4, new Point(50 + aside, 40));
        for (int[] pair : new int[][] {{82, 87}, {13, 14}, {312, 317}}) {
            mesh.set(pair[0], new Point(50, 90 - lips / 2));
            mesh.set(pair[1], new Point(50, 90 + lips / 2));
        }
        for (int[] pair : new int[][] {{159, 145}, {386, 374}}) {
            mesh.set(pair[0], new Point(20, -lids / 2));
            mesh.set(pair[1], new Point(20, lids / 2));
        }
        return new Face(mesh, 1);
    }
}
