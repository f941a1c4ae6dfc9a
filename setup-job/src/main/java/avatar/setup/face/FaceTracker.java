package avatar.setup.face;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.setup.video.BgrImage;
import avatar.setup.video.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Follows one face through a video, in two passes: the first finds it in every picture by where it was in the one before; the
 * second looks again through squares that are smoothed over time, four of them a picture. A square of its own for each
 * picture makes the points tremble three times as much.
 */
public final class FaceTracker implements AutoCloseable {

    private static final double MARGIN = 1.5;
    private static final double DETECTION_MARGIN = 1.6;
    private static final double CROP_SIGMA_FRAMES = 2.5;
    private static final int POINTS_WINDOW_FRAMES = 7;

    /** Margin of each look of the second pass, and its shift in fractions of the side. */
    private static final double[][] LOOKS = {
        {1.5, 0.01, 0.01}, {1.6, -0.01, 0.01}, {1.7, -0.01, -0.01}, {1.8, 0.01, -0.01}
    };

    private final FaceDetector detector = new FaceDetector();
    private final FaceMesh mesh = new FaceMesh();

    /**
     * The face of every picture.
     *
     * @param faces one for each picture
     * @param facesInFirst how many faces the first picture has; the largest is followed
     */
    public record Tracked(List<Face> faces, int facesInFirst) {

        public Tracked {
            faces = List.copyOf(faces);
        }
    }

    /**
     * Follows the largest face of the first picture.
     *
     * @throws AvatarException {@link ErrorCode#NO_FACE}, naming the frame
     */
    public Tracked track(Clip clip) {
        FirstPass first = new FirstPass();
        clip.forEach(first);
        List<Crop> crops = smoothCrops(first.faces);
        List<Face> faces = new ArrayList<>();
        clip.forEach((index, picture) -> faces.add(look(picture, index, crops.get(index))));
        return new Tracked(smoothPoints(faces), first.facesInFirst);
    }

    /** The face of each picture, found by the one before. */
    private final class FirstPass implements Clip.Visitor {

        private final List<Face> faces = new ArrayList<>();
        private int facesInFirst;

        @Override
        public void visit(int index, BgrImage picture) {
            Optional<Face> face = faces.isEmpty()
                    ? Optional.empty()
                    : mesh.find(picture, faces.getLast().crop(MARGIN));
            faces.add(face.or(() -> detect(picture)).orElseThrow(() -> noFace(index)));
        }

        private Optional<Face> detect(BgrImage picture) {
            List<FaceDetector.Detection> detections = detector.detect(picture);
            if (faces.isEmpty()) {
                facesInFirst = detections.size();
            }
            return detections.stream()
                    .findFirst()
                    .flatMap(detection -> mesh.find(picture, cropOf(detection)))
                    .flatMap(face -> mesh.find(picture, face.crop(MARGIN)));
        }
    }

    private static Crop cropOf(FaceDetector.Detection detection) {
        Point line = detection.leftEye().minus(detection.rightEye());
        double side = Math.max(detection.width(), detection.height()) * DETECTION_MARGIN;
        return new Crop(detection.centre(), side, Math.atan2(line.y(), line.x()));
    }

    private static List<Crop> smoothCrops(List<Face> faces) {
        List<Crop> crops = faces.stream().map(face -> face.crop(1)).toList();
        double[] x = smooth(crops, crop -> crop.centre().x());
        double[] y = smooth(crops, crop -> crop.centre().y());
        double[] side = smooth(crops, Crop::side);
        double[] cos = smooth(crops, crop -> Math.cos(crop.angle()));
        double[] sin = smooth(crops, crop -> Math.sin(crop.angle()));
        List<Crop> smooth = new ArrayList<>();
        for (int i = 0; i < crops.size(); i++) {
            smooth.add(new Crop(new Point(x[i], y[i]), side[i], Math.atan2(sin[i], cos[i])));
        }
        return smooth;
    }

    private static double[] smooth(List<Crop> crops, ToDoubleFunction<Crop> value) {
        return Smoothing.gaussian(crops.stream().mapToDouble(value).toArray(), CROP_SIGMA_FRAMES);
    }

    private Face look(BgrImage picture, int index, Crop face) {
        List<Face> looks = new ArrayList<>();
        for (double[] look : LOOKS) {
            double side = face.side() * look[0];
            Point centre = face.centre().plus(new Point(look[1] * side, look[2] * side));
            mesh.find(picture, new Crop(centre, side, face.angle())).ifPresent(looks::add);
        }
        if (looks.isEmpty()) {
            throw noFace(index);
        }
        return Face.mean(looks);
    }

    private static List<Face> smoothPoints(List<Face> faces) {
        int points = faces.getFirst().mesh().size();
        double[][] x = new double[points][];
        double[][] y = new double[points][];
        for (int p = 0; p < points; p++) {
            int point = p;
            x[p] = Smoothing.savitzkyGolay(
                    faces.stream().mapToDouble(face -> face.at(point).x()).toArray(), POINTS_WINDOW_FRAMES);
            y[p] = Smoothing.savitzkyGolay(
                    faces.stream().mapToDouble(face -> face.at(point).y()).toArray(), POINTS_WINDOW_FRAMES);
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

    private static AvatarException noFace(int index) {
        return new AvatarException(
                ErrorCode.NO_FACE, "No face in frame %d; there must be one in every frame".formatted(index));
    }

    @Override
    public void close() {
        mesh.close();
        detector.close();
    }
}
