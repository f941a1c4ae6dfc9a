package avatar.setup.shapes;

import avatar.contract.bundle.Similarity;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.face.Point;
import avatar.faces.track.HeadTrack;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Tracks the lips of a talker through a clip, relative to the head and the mouth at rest. */
final class LipReader {

    private static final int UPPER_LIP = 13;
    private static final int LOWER_LIP = 14;

    /** Lips nearer than that, in eye distances, are shut. */
    private static final double SHUT = 0.02;

    /** Time after the last sound until the lips are at rest. */
    private static final double SETTLING_SECONDS = 0.15;

    private LipReader() {}

    /**
     * Reads a clip.
     *
     * @throws AvatarException {@link ErrorCode#SETUP_FAILED} if the lips are never shut after the last sound
     */
    static TalkingClip read(Path video, List<Sound> sounds) {
        VideoClip clip = VideoClip.open(video, VideoLimits.DEFAULT);
        List<Face> faces = track(clip);
        double quietFrom = sounds.getLast().start() + SETTLING_SECONDS;
        List<Integer> atRest = IntStream.range(0, faces.size())
                .filter(frame -> TalkingClip.time(frame, clip.fps()) > quietFrom && gap(faces.get(frame)) < SHUT)
                .boxed()
                .toList();
        if (atRest.isEmpty()) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "In '%s' the lips are never shut after %.2f s".formatted(video, quietFrom));
        }
        List<LipContour> lips = inFaceCoordinates(faces, atRest, clip.fps());
        LipContour neutral =
                LipContour.mean(atRest.stream().map(lips::get).toList()).shut();
        return new TalkingClip(
                clip.fps(),
                neutral,
                lips.stream().map(shape -> shape.minus(neutral)).toList(),
                sounds);
    }

    private static List<Face> track(VideoClip clip) {
        try (FaceTracker tracker = new FaceTracker()) {
            return tracker.track(clip).faces();
        }
    }

    private static double gap(Face face) {
        return face.at(UPPER_LIP).distanceTo(face.at(LOWER_LIP)) / face.eyeDistance();
    }

    /** Removes the movement of the head, so that that of the lips and the jaw is left. */
    private static List<LipContour> inFaceCoordinates(List<Face> faces, List<Integer> atRest, double fps) {
        int reference = atRest.stream()
                .min(Comparator.comparingDouble(frame -> gap(faces.get(frame))))
                .orElseThrow();
        List<Similarity> toFrame = HeadTrack.rigid(faces, reference, fps);
        Point right = meanOf(Face.RIGHT_MOUTH_CORNER, faces, toFrame, atRest);
        Point left = meanOf(Face.LEFT_MOUTH_CORNER, faces, toFrame, atRest);
        Similarity toFace = toFace(right, left, faces.get(reference).eyeDistance());
        return IntStream.range(0, faces.size())
                .mapToObj(frame ->
                        contour(faces.get(frame), toFrame.get(frame).inverse().then(toFace)))
                .toList();
    }

    private static Point meanOf(int index, List<Face> faces, List<Similarity> toFrame, List<Integer> frames) {
        return frames.stream()
                .map(frame ->
                        moved(faces.get(frame).at(index), toFrame.get(frame).inverse()))
                .reduce(Point::plus)
                .orElseThrow()
                .times(1.0 / frames.size());
    }

    /** Converts pixels to face coordinates. */
    static Similarity toFace(Point rightCorner, Point leftCorner, double eyeDistance) {
        Point line = leftCorner.minus(rightCorner);
        Point middle = leftCorner.plus(rightCorner).times(0.5);
        double scale = 1 / (rightCorner.distanceTo(leftCorner) * eyeDistance);
        Similarity turned = new Similarity(line.x() * scale, -line.y() * scale, 0, 0);
        return new Similarity(
                turned.a(), turned.b(), -turned.x(middle.x(), middle.y()), -turned.y(middle.x(), middle.y()));
    }

    private static LipContour contour(Face face, Similarity toFace) {
        return new LipContour(LipContour.MESH.stream()
                        .map(index -> moved(face.at(index), toFace))
                        .toList())
                .symmetrical();
    }

    private static Point moved(Point point, Similarity similarity) {
        return new Point(similarity.x(point.x(), point.y()), similarity.y(point.x(), point.y()));
    }
}
