package avatar.setup.track;

import avatar.contract.bundle.Similarity;
import avatar.setup.face.Face;
import avatar.setup.face.Smoothing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How the head lies in every frame against the reference frame, by the parts of a face that speech does not move. */
public final class HeadTrack {

    /** Forehead, temples, bridge and back of the nose, cheekbones: points of MediaPipe's face mesh. */
    private static final int[] RIGID = {
        10, 151, 9, 8, 67, 109, 338, 297, 69, 108, 337, 299, 104, 333, 103, 332, 54, 284, 21, 251, 162, 389, 127, 356,
        34, 264, 139, 368, 168, 6, 197, 195, 5, 122, 351, 196, 419, 116, 345, 117, 346, 123, 352, 111, 340, 33, 133,
        362, 263
    };

    /** About half a second at 30 frames a second: the head is slower than the lips, and a patch must not tremble. */
    private static final int WINDOW_FRAMES = 13;

    private HeadTrack() {}

    /** The similarity from the reference frame onto each frame. */
    public static List<Similarity> of(List<Face> faces, int referenceFrame) {
        Face reference = faces.get(referenceFrame);
        List<Similarity> raw = faces.stream()
                .map(face -> SimilarityFit.fit(reference.at(RIGID), face.at(RIGID)))
                .toList();
        return relativeTo(smooth(raw), referenceFrame);
    }

    private static List<Similarity> smooth(List<Similarity> raw) {
        double[] a = smooth(raw, Similarity::a);
        double[] b = smooth(raw, Similarity::b);
        double[] tx = smooth(raw, Similarity::tx);
        double[] ty = smooth(raw, Similarity::ty);
        List<Similarity> smooth = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            smooth.add(new Similarity(a[i], b[i], tx[i], ty[i]));
        }
        return smooth;
    }

    private static double[] smooth(List<Similarity> raw, ToDoubleFunction<Similarity> value) {
        return Smoothing.savitzkyGolay(raw.stream().mapToDouble(value).toArray(), WINDOW_FRAMES);
    }

    /** Smoothing moves the reference frame too; on itself it must lie exactly. */
    private static List<Similarity> relativeTo(List<Similarity> track, int referenceFrame) {
        Similarity back = track.get(referenceFrame).inverse();
        return track.stream().map(similarity -> back.then(similarity)).toList();
    }
}
