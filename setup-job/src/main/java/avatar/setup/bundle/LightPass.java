package avatar.setup.bundle;

import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.faces.face.Face;
import avatar.faces.track.BorderStep;
import avatar.faces.track.FaceLight;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.util.ArrayList;
import java.util.List;

/** The last look at the base video, as it was written: how bright the face is in each frame, and how well patches fit. */
final class LightPass implements Clip.Visitor {

    private final List<Similarity> track;
    private final List<Face> faces;
    private final FaceLight light;
    private final BorderStep border;
    private final List<Track.TrackedFrame> frames = new ArrayList<>();

    LightPass(List<Similarity> track, List<Face> faces, FaceLight light, BorderStep border) {
        this.track = track;
        this.faces = faces;
        this.light = light;
        this.border = border;
    }

    @Override
    public void visit(int index, BgrImage picture) {
        Similarity similarity = track.get(index);
        Track.TrackedFrame frame =
                new Track.TrackedFrame(similarity, faces.get(index).confidence(), light.light(picture, similarity));
        frames.add(frame);
        border.add(picture, frame);
    }

    Track track() {
        return new Track(Track.VERSION, frames);
    }

    BorderStep border() {
        return border;
    }
}
