package avatar.contract.bundle;

import java.util.List;

/**
 * The position of the mouth in every frame of the base video ({@code track.json}).
 *
 * @param frames one for each frame, in order
 */
public record Track(int version, List<TrackedFrame> frames) {

    public static final int VERSION = 2;

    public Track {
        frames = List.copyOf(frames);
    }

    /**
     * The face in one frame.
     *
     * @param similarity maps pixels of the reference frame to this frame
     * @param confidence of the face detection, 0..1
     * @param light to apply to patches
     */
    public record TrackedFrame(Similarity similarity, double confidence, Light light) {}
}
