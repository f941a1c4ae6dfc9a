package avatar.pictures.playback;

import avatar.pictures.avatar.Avatar;
import avatar.pictures.frame.MouthPose;
import java.nio.ByteBuffer;

/** Composes the pictures of an avatar for any number of channels. Thread-safe. */
public interface Pictures {

    Avatar avatar();

    /**
     * The picture of a frame with that mouth.
     *
     * @param index of the base frame
     */
    Picture picture(int index, MouthPose pose);

    /**
     * The JPEG of a frame.
     *
     * @param jpeg not to be changed, nor read through this very buffer, but through a duplicate
     * @param isBase whether it is the unchanged base frame, whose buffer is outside the heap and the same for all
     *     channels
     */
    record Picture(ByteBuffer jpeg, boolean isBase) {}
}
