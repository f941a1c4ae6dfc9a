package avatar.pictures.encoding;

import java.time.Duration;

/** Follows a render and may cancel it. Called by the thread that makes it, after every frame. */
public interface RenderWatcher {

    /** Never cancels. */
    RenderWatcher NONE = progress -> true;

    /**
     * Reports a frame.
     *
     * @return whether to continue; false cancels the render
     */
    boolean written(Progress progress);

    /**
     * The progress of a render.
     *
     * @param frames written
     * @param length of these frames
     * @param characters of the text that were spoken in them
     */
    record Progress(long frames, Duration length, double characters) {}
}
