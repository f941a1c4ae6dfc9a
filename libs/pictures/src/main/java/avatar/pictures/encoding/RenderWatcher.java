package avatar.pictures.encoding;

import java.time.Duration;

/** Whoever waits for a film. Called by the thread that makes it, with every frame. */
public interface RenderWatcher {

    /** Waits patiently. */
    RenderWatcher NONE = progress -> true;

    /**
     * Hears how far it is.
     *
     * @return whether it is still wanted
     */
    boolean filmed(Progress progress);

    /**
     * How far a film is.
     *
     * @param frames written
     * @param filmed how long they play
     * @param characters of the text that were said in them
     */
    record Progress(long frames, Duration filmed, double characters) {}
}
