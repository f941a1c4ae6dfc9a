package avatar.mouths.harvest;

import avatar.contract.bundle.Similarity;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.Clip;
import java.util.List;

/**
 * A clip, and where the face of one of its frames lies in all others.
 *
 * @param faces one for each frame
 * @param track from the reference frame onto each
 * @param reference the frame that mouths are brought to
 */
public record TrackedClip(Clip clip, List<Face> faces, List<Similarity> track, int reference) {

    public TrackedClip {
        if (faces.size() != track.size()) {
            throw new IllegalArgumentException(
                    "%d faces, and a track of %d frames".formatted(faces.size(), track.size()));
        }
        faces = List.copyOf(faces);
        track = List.copyOf(track);
    }

    Face referenceFace() {
        return faces.get(reference);
    }

    /**
     * From the reference frame onto another, so that the other's mouth comes to lie on a place: a track is smooth, and what a mouth
     * does faster than that would show as a shift.
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
     * @param place as {@link #place} has it
     */
    Face brought(int frame, Similarity place) {
        return faces.get(frame).carried(place.inverse());
    }
}
