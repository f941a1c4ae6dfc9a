package avatar.faces.face;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import avatar.faces.work.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tracks one face through a clip, in two passes: the first finds it in every picture by where it was in the one before;
 * the second measures it in squares that are smoothed over time, four of them a picture. A separate square for each
 * picture triples the jitter of the points.
 */
public final class FaceTracker implements AutoCloseable {

    private static final double CROP_SIGMA_SECONDS = 0.083;
    private static final double POINTS_WINDOW_SECONDS = 0.233;

    /** Margin of each square of the second pass, and its shift in fractions of the side. */
    private static final double[][] LOOKS = {
        {1.5, 0.01, 0.01}, {1.6, -0.01, 0.01}, {1.7, -0.01, -0.01}, {1.8, 0.01, -0.01}
    };

    private static final double LARGEST_MARGIN = 1.8;

    private final FaceDetector detector = new FaceDetector();
    private final FaceMesh mesh = new FaceMesh();

    /**
     * The face of every picture.
     *
     * @param faces one for each picture, smooth over time; of confidence 0 where it was lost
     * @param unsmoothed the same before smoothing
     * @param gaps stretches where the face was lost
     * @param facesSeen number of faces to choose from
     */
    public record Tracked(List<Face> faces, List<Face> unsmoothed, List<Gap> gaps, int facesSeen) {

        public Tracked {
            faces = List.copyOf(faces);
            unsmoothed = List.copyOf(unsmoothed);
            gaps = List.copyOf(gaps);
        }
    }

    /** Tracks the largest face. */
    public Tracked track(Clip clip) {
        return track(clip, clip, FaceChoice.LARGEST);
    }

    /**
     * Tracks a face.
     *
     * @param first the clip for the first pass
     * @param second the same clip for the second pass, so that a caller can watch the progress of each
     * @throws avatar.contract.problem.AvatarException {@code NO_FACE}, with the times, if there is none for longer than
     *     half a second
     */
    public Tracked track(Clip first, Clip second, FaceChoice choice) {
        Following following = new Following(detector, mesh, choice, first.fps());
        first.forEach(following);
        List<Crop> crops = smoothCrops(Gaps.bridge(following.faces(), first.fps()), CROP_SIGMA_SECONDS * first.fps());
        List<@Nullable Face> found = lookAgain(second, following.faces(), crops);
        List<Face> unsmoothed = Gaps.bridge(found, first.fps());
        return new Tracked(
                smoothPoints(unsmoothed, Smoothing.window(POINTS_WINDOW_SECONDS, first.fps())),
                unsmoothed,
                Gaps.of(found),
                following.facesSeen());
    }

    private List<@Nullable Face> lookAgain(Clip clip, List<@Nullable Face> followed, List<Crop> crops) {
        List<Workers.Piece<List<Face>>> looks = new ArrayList<>();
        try (Workers workers = new Workers()) {
            clip.forEach((index, picture) -> {
                boolean wasLost = followed.get(index) == null;
                Crop crop = crops.get(index);
                looks.add(workers.start(() -> wasLost ? List.of() : look(picture, crop)));
            });
            List<@Nullable Face> faces = new ArrayList<>();
            for (Workers.Piece<List<Face>> look : looks) {
                List<Face> found = look.result();
                faces.add(found.isEmpty() ? null : Face.mean(found));
            }
            return Collections.unmodifiableList(faces);
        }
    }

    private List<Face> look(BgrImage picture, Crop face) {
        List<Face> found = new ArrayList<>();
        try (Reduced reduced = Reduced.around(picture, face.grown(LARGEST_MARGIN * 1.02), mesh.size())) {
            for (double[] look : LOOKS) {
                double side = face.side() * look[0];
                Point centre = face.centre().plus(new Point(look[1] * side, look[2] * side));
                mesh.find(reduced, new Crop(centre, side, face.angle())).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Crop> smoothCrops(List<Face> faces, double sigma) {
        List<Crop> crops = faces.stream().map(face -> face.crop(1)).toList();
        double[] x = smooth(crops, sigma, crop -> crop.centre().x());
        double[] y = smooth(crops, sigma, crop -> crop.centre().y());
        double[] side = smooth(crops, sigma, Crop::side);
        double[] cos = smooth(crops, sigma, crop -> Math.cos(crop.angle()));
        double[] sin = smooth(crops, sigma, crop -> Math.sin(crop.angle()));
        List<Crop> smooth = new ArrayList<>();
        for (int i = 0; i < crops.size(); i++) {
            smooth.add(new Crop(new Point(x[i], y[i]), side[i], Math.atan2(sin[i], cos[i])));
        }
        return smooth;
    }

    private static double[] smooth(List<Crop> crops, double sigma, ToDoubleFunction<Crop> value) {
        return Smoothing.gaussian(crops.stream().mapToDouble(value).toArray(), sigma);
    }

    private static List<Face> smoothPoints(List<Face> faces, int window) {
        int points = faces.getFirst().mesh().size();
        double[][] x = new double[points][];
        double[][] y = new double[points][];
        for (int p = 0; p < points; p++) {
            int point = p;
            x[p] = Smoothing.savitzkyGolay(
                    faces.stream().mapToDouble(face -> face.at(point).x()).toArray(), window);
            y[p] = Smoothing.savitzkyGolay(
                    faces.stream().mapToDouble(face -> face.at(point).y()).toArray(), window);
        }
        List<Face> smooth = new ArrayList<>();
        for (int f = 0; f < faces.size(); f++) {
            List<Point> mesh = new ArrayList<>(points);
            for (int p = 0; p < points; p++) {
                mesh.add(new Point(x[p][f], y[p][f]));
            }
            smooth.add(new Face(mesh, faces.get(f).confidence()));
        }
        return smooth;
    }

    @Override
    public void close() {
        mesh.close();
        detector.close();
    }
}
