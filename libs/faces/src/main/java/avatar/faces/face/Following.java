package avatar.faces.face;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first look at a clip: the face of each picture, found by the one before, or anew where it was lost. */
final class Following implements Clip.Visitor {

    static final double MARGIN = 1.5;

    /** A detector's box is the middle of a face only. */
    private static final double DETECTION_MARGIN = 1.6;

    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final FaceChoice choice;
    private final List<@Nullable Face> faces = new ArrayList<>();

    private @Nullable Face last;
    private int facesSeen;

    Following(FaceDetector detector, FaceMesh mesh, FaceChoice choice) {
        this.detector = detector;
        this.mesh = mesh;
        this.choice = choice;
    }

    @Override
    public void visit(int index, BgrImage picture) {
        Face before = faces.isEmpty() ? null : faces.getLast();
        Optional<Face> face = before == null ? Optional.empty() : mesh.find(picture, before.crop(MARGIN));
        Face found = face.or(() -> detect(picture)).orElse(null);
        faces.add(found);
        last = found == null ? last : found;
    }

    /** After a loss the face nearest to where it was, since another may have come nearer to the camera meanwhile. */
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

    /** How many faces there were to choose from. */
    int facesSeen() {
        return facesSeen;
    }
}
