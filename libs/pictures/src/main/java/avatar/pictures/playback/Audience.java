package avatar.pictures.playback;

import java.util.List;

/** The viewers of a channel. All but {@link #size} is called in the channel's turns, and must not block. */
public interface Audience {

    /** The number of viewers; without any no frame is composed. */
    int size();

    /**
     * Shows a frame.
     *
     * @param audio that was scheduled since the frame before; none of it is to be heard before this frame
     */
    void show(Frame frame, List<AudioClip> audio);

    /** Drops the sound of an utterance that was interrupted, as far as it was not yet sent. */
    void endUtterance(String utteranceId);

    /** The channel was closed: no more frames follow. */
    void end();
}
