package avatar.compositor.stream;

/**
 * Selects the frames of a channel for a viewer that requested fewer of them, evenly. For one thread.
 *
 * <p>Chrome, and browsers based on WebKit, show a part of a plain {@code <img>} stream only when the next one begins
 * (https://crbug.com/527446): at one frame a second that is a second late. For them each frame is followed by the next
 * frame of the channel, at once.
 */
final class Cadence {

    private final double share;
    private final boolean isFollowed;

    private long latest = -1;
    private boolean isFollowerDue;

    private Cadence(double share, boolean isFollowed) {
        this.share = share;
        this.isFollowed = isFollowed;
    }

    /** Every frame. */
    static Cadence all() {
        return new Cadence(1, false);
    }

    /**
     * Some frames a second.
     *
     * @param channelFps frames of the channel
     * @param isFollowed whether each frame has to be followed by another at once to be seen
     */
    static Cadence of(int fps, double channelFps, boolean isFollowed) {
        return new Cadence(Math.min(1, fps / channelFps), isFollowed && fps <= channelFps / 2);
    }

    /** Whether the viewer gets the frame; called once for each, in order. */
    boolean takes(long number) {
        long turn = (long) Math.floor(number * share);
        if (turn != latest) {
            latest = turn;
            isFollowerDue = isFollowed;
            return true;
        }
        boolean isFollower = isFollowerDue;
        isFollowerDue = false;
        return isFollower;
    }
}
