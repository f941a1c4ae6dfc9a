package avatar.compositor.playback;

import java.util.List;

/** Whoever watches a channel. All is called on the channel's thread, and must not hold it up. */
public interface Audience {

    /** Whether there is anybody; no frame is composed for nobody. */
    boolean isWatching();

    /**
     * Shows a frame.
     *
     * @param audio that was scheduled since the frame before; none of it is to be heard before this frame
     */
    void show(Frame frame, List<AudioClip> audio);
}
