package avatar.faces.face;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first pass over a clip: finds the face of each picture near that of the one before, or by the detector if it was
 * lost.
 */
final class Following implements Clip.Visitor {

    static final double MARGIN = 1.5;

    /** The box of the detector covers only the middle of a face. */
    private static final double DETECTION_MARGIN = 1.6;

    /** A clip that begins without a face for so long is given up, whatever comes later. */
    private static final double FRUITLESS_SECONDS = 3;

    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final FaceChoice choice;
    private final double fps;
    private final List<@Nullable Face> faces = new ArrayList<>();

    private @Nullable Face last;
    private int facesSeen;

    Following(FaceDetector detector, FaceMesh mesh, FaceChoice choice, double fps) {
        this.detector = detector;
        this.mesh = mesh;
        this.choice = choice;
        this.fps = fps;
    }

    /** @throws avatar.contract.problem.AvatarException {@code NO_FACE} if the search is fruitless */
    @Override
    public void visit(int index, BgrImage picture) {
        Face before = faces.isEmpty() ? null : faces.getLast();
        Optional<Face> face = before == null ? Optional.empty() : mesh.find(picture, before.crop(MARGIN));
        Face found = face.or(() -> detect(picture)).orElse(null);
        faces.add(found);
        last = found == null ? last : found;
        if (last == null && faces.size() >= FRUITLESS_SECONDS * fps) {
            Gaps.bridge(faces, fps);
        }
    }

    /** After a loss the face nearest to the last place, since another one may be nearer to the camera now. */
    private Optional<Face> detect(BgrImage picture) {
        List<FaceDetector.Detection> detections = detector.detect(picture);
        Face lost = last;
        if (lost == null) {
            facesSeen = Math.max(facesSeen, detections.size());
        }
        Optional<FaceDetector.Detection> chosen = lost == null
                ? choice.of(detections, picture.width(), picture.height())
                : FaceChoice.nearest(detections, lost.crop(1).centre());
        return chosen.flatMap(detection -> mesh.find(picture, cropOf(detection)))
                .flatMap(found -> mesh.find(picture, found.crop(MARGIN)));
    }

    private static Crop cropOf(FaceDetector.Detection detection) {
        Point line = detection.leftEye().minus(detection.rightEye());
        double side = Math.max(detection.width(), detection.height()) * DETECTION_MARGIN;
        return new Crop(detection.centre(), side, Math.atan2(line.y(), line.x()));
    }

    /** One for each picture, null where none was found. */
    List<@Nullable Face> faces() {
        return Collections.unmodifiableList(faces);
    }

    /** Number of faces to choose from. */
    int facesSeen() {
        return facesSeen;
    }
}
