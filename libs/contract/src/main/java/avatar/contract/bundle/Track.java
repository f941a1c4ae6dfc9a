package avatar.contract.bundle;

import java.util.List;

/**
 * Where the mouth is in every frame of the base video ({@code track.json}).
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
     * @param similarity carries the pixels of the reference frame onto this frame
     * @param confidence that a face was there, 0..1
     * @param light that patches are shown in
     */
    public record TrackedFrame(Similarity similarity, double confidence, Light light) {}
}
