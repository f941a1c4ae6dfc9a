package avatar.mouths.warp;

import avatar.faces.clips.Clips;
import avatar.faces.clips.MemoryClip;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Pictures;
import avatar.faces.video.VideoLimits;
import avatar.faces.video.VideoReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A picture and the face in it. */
record Subject(BgrImage picture, Face face) {

    static Subject presenter() {
        return Presenter.SUBJECT;
    }

    private static final class Presenter {

        static final Subject SUBJECT = of(Clips.presenter().getFirst());
    }

    /** A picture of a real video, or the end of the test. */
    static Subject real(String video, int frame) {
        try (VideoReader reader = VideoReader.open(Pictures.realVideo(video), VideoLimits.DEFAULT)) {
            for (int i = 0; i < frame; i++) {
                reader.read();
            }
            return of(Objects.requireNonNull(reader.read()));
        }
    }

    private static Subject of(BgrImage picture) {
        try (FaceTracker tracker = new FaceTracker()) {
            return new Subject(
                    picture,
                    tracker.track(MemoryClip.of(List.of(picture))).faces().getFirst());
        }
    }

    /** The same with the inner lines of the lips further apart, in eye distances. */
    Subject agape(double gap) {
        List<Point> mesh = new ArrayList<>(face.mesh());
        for (int i = 21; i < 40; i++) {
            int index = Lips.INDICES.get(i);
            double down = i < 30 ? -gap / 2 : i == 30 ? 0 : gap / 2;
            mesh.set(index, mesh.get(index).plus(new Point(0, down * face.eyeDistance())));
        }
        return new Subject(picture, new Face(mesh, face.confidence()));
    }

    FaceFrame frame() {
        return FaceFrame.of(face);
    }

    MouthWarp warp() {
        return new MouthWarp(picture, face, List.of());
    }
}
