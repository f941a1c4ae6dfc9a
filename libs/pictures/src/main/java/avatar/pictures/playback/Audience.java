package avatar.pictures.playback;

import java.util.List;

/** Those who watch a channel. All but {@link #size} is called in the channel's turns, and must not hold it up. */
public interface Audience {

    /** How many there are; no frame is composed for nobody. */
    int size();

    /**
     * Shows a frame.
     *
     * @param audio that was scheduled since the frame before; none of it is to be heard before this frame
     */
    void show(Frame frame, List<AudioClip> audio);

    /** Takes back what is not yet sent of the sound of an utterance that was broken off. */
    void hush(String utteranceId);

    /** The channel is gone, nothing more comes. */
    void end();
}
