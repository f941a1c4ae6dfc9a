package avatar.mouths.harvest;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.Clip;
import java.util.List;

/**
 * A clip with the track of a face from one of its frames to all others.
 *
 * @param faces one for each frame
 * @param track from the reference frame onto each
 * @param reference the frame that mouths are brought to
 */
public record TrackedClip(Clip clip, List<Face> faces, List<Similarity> track, int reference) {

    public TrackedClip {
        if (faces.size() != track.size()) {
            throw new IllegalArgumentException("Expected a face for every frame of the track: found %d faces, %d frames"
                    .formatted(faces.size(), track.size()));
        }
        faces = List.copyOf(faces);
        track = List.copyOf(track);
    }

    Face referenceFace() {
        return faces.get(reference);
    }

    /**
     * The similarity from the reference frame to another that puts the other's mouth exactly on a place: the track is
     * smooth, and faster movements of the mouth would show as a shift.
     *
     * @param middle between the corners of the mouth, in the reference frame
     */
    Similarity place(int frame, Point middle) {
        Similarity back = track.get(frame).inverse();
        Point shift = faces.get(frame).carried(back).mouth().minus(middle);
        return new Similarity(1, 0, shift.x(), shift.y()).then(track.get(frame));
    }

    /**
     * The face of a frame brought to the reference frame.
     *
     * @param place from {@link #place}
     */
    Face brought(int frame, Similarity place) {
        return faces.get(frame).carried(place.inverse());
    }
}
