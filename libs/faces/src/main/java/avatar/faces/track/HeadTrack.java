package avatar.faces.track;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.face.Smoothing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Position, rotation and scale of the head in every frame relative to the reference frame, by parts of the face that
 * speech does not move.
 */
public final class HeadTrack {

    /** Forehead, temples, bridge and back of the nose, cheekbones: points of MediaPipe's face mesh. */
    private static final int[] RIGID = {
        10, 151, 9, 8, 67, 109, 338, 297, 69, 108, 337, 299, 104, 333, 103, 332, 54, 284, 21, 251, 162, 389, 127, 356,
        34, 264, 139, 368, 168, 6, 197, 195, 5, 122, 351, 196, 419, 116, 345, 117, 346, 123, 352, 111, 340, 33, 133,
        362, 263
    };

    /** The head is slower than the lips, and a patch must not jitter. */
    private static final double WINDOW_SECONDS = 0.43;

    /**
     * When a head nods or turns, the mouth is not where a similarity of the upper face puts it. The lips show the
     * difference; smoothed over this time, it contains neither the movements of speech nor the noise of the landmarks.
     */
    private static final double MOUTH_SIGMA_SECONDS = 0.13;

    private HeadTrack() {}

    /**
     * The similarity from the reference frame to each frame: rotation and scale are those of the upper face, the
     * position is that of the mouth.
     */
    public static List<Similarity> of(List<Face> faces, int referenceFrame, double fps) {
        List<Similarity> rigid = rigid(faces, referenceFrame, fps);
        Point mouth = faces.get(referenceFrame).mouth();
        double[] x = new double[faces.size()];
        double[] y = new double[faces.size()];
        for (int i = 0; i < x.length; i++) {
            Similarity back = rigid.get(i).inverse();
            Point here = faces.get(i).mouth();
            x[i] = back.x(here.x(), here.y()) - mouth.x();
            y[i] = back.y(here.x(), here.y()) - mouth.y();
        }
        double[] shiftX = Smoothing.gaussian(x, MOUTH_SIGMA_SECONDS * fps);
        double[] shiftY = Smoothing.gaussian(y, MOUTH_SIGMA_SECONDS * fps);
        List<Similarity> track = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            track.add(new Similarity(1, 0, shiftX[i], shiftY[i]).then(rigid.get(i)));
        }
        return relativeTo(track, referenceFrame);
    }

    /** The similarity of the upper face alone, which locates the head but not its mouth. */
    public static List<Similarity> rigid(List<Face> faces, int referenceFrame, double fps) {
        Face reference = faces.get(referenceFrame);
        List<Similarity> raw =
                faces.stream().map(face -> between(reference, face)).toList();
        return relativeTo(smooth(raw, Smoothing.window(WINDOW_SECONDS, fps)), referenceFrame);
    }

    /** The similarity from the upper face in one picture to that in another. */
    public static Similarity between(Face from, Face to) {
        return SimilarityFit.fit(from.at(RIGID), to.at(RIGID));
    }

    private static List<Similarity> smooth(List<Similarity> raw, int window) {
        double[] a = smooth(raw, window, Similarity::a);
        double[] b = smooth(raw, window, Similarity::b);
        double[] tx = smooth(raw, window, Similarity::tx);
        double[] ty = smooth(raw, window, Similarity::ty);
        List<Similarity> smooth = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            smooth.add(new Similarity(a[i], b[i], tx[i], ty[i]));
        }
        return smooth;
    }

    private static double[] smooth(List<Similarity> raw, int window, ToDoubleFunction<Similarity> value) {
        return Smoothing.savitzkyGolay(raw.stream().mapToDouble(value).toArray(), window);
    }

    /** Smoothing moves the reference frame too; its similarity to itself must be the identity. */
    public static List<Similarity> relativeTo(List<Similarity> track, int referenceFrame) {
        Similarity back = track.get(referenceFrame).inverse();
        return track.stream().map(similarity -> back.then(similarity)).toList();
    }
}
