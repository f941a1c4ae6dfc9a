package avatar.faces.video;

/**
 * Limits for videos from untrusted sources.
 *
 * @param maxBytes a larger file is refused
 * @param maxPixels of one picture; a video of larger pictures is refused
 * @param maxSide of one picture, in pixels; larger pictures are scaled down, the video is not refused
 * @param maxSeconds pictures after that time are not read; the video is not refused
 * @param work pictures beyond that work are not read; the video is not refused
 */
public record VideoLimits(long maxBytes, int maxPixels, int maxSide, double maxSeconds, VideoWork work) {

    /**
     * An uncompressed minute is some 5 GB of pictures at 720p, so a minute of base video is much. Every frame of it is
     * composed again while the avatar is shown, so more than 1080p is too much as well.
     */
    public static final VideoLimits DEFAULT = new VideoLimits(500_000_000L, 4096 * 4096, 1920, 60, VideoWork.ANY);

    /** The limits for videos made by this program. */
    static final VideoLimits NONE =
            new VideoLimits(Long.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Double.MAX_VALUE, VideoWork.ANY);

    public VideoLimits {
        if (maxBytes <= 0 || maxPixels <= 0 || maxSide <= 0 || !(maxSeconds > 0)) {
            throw new IllegalArgumentException(
                    "Invalid limits: found %d bytes, %d pixels, side %d, %s s, expected positive values"
                            .formatted(maxBytes, maxPixels, maxSide, maxSeconds));
        }
    }

    public VideoLimits withMaxSeconds(double newMaxSeconds) {
        return new VideoLimits(maxBytes, maxPixels, maxSide, newMaxSeconds, work);
    }

    public VideoLimits withWork(VideoWork newWork) {
        return new VideoLimits(maxBytes, maxPixels, maxSide, maxSeconds, newWork);
    }
}
