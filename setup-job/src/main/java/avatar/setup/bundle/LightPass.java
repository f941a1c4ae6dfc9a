package avatar.setup.bundle;

import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.faces.face.Face;
import avatar.faces.track.EdgeContrast;
import avatar.faces.track.FaceLight;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.util.ArrayList;
import java.util.List;

/**
 * The last pass over the base video: measures the light of the face in each frame, and the edge contrast of patches.
 */
final class LightPass implements Clip.Visitor {

    private final List<Similarity> track;
    private final List<Face> faces;
    private final FaceLight light;
    private final EdgeContrast edgeContrast;
    private final List<Track.TrackedFrame> frames = new ArrayList<>();

    LightPass(List<Similarity> track, List<Face> faces, FaceLight light, EdgeContrast edgeContrast) {
        this.track = track;
        this.faces = faces;
        this.light = light;
        this.edgeContrast = edgeContrast;
    }

    @Override
    public void visit(int index, BgrImage picture) {
        Similarity similarity = track.get(index);
        Track.TrackedFrame frame =
                new Track.TrackedFrame(similarity, faces.get(index).confidence(), light.light(picture, similarity));
        frames.add(frame);
        edgeContrast.add(picture, frame);
    }

    Track track() {
        return new Track(Track.VERSION, frames);
    }

    EdgeContrast edgeContrast() {
        return edgeContrast;
    }
}
