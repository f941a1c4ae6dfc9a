package avatar.faces.video;

/**
 * Limits of the work that one reading of a video may take. A video that would take more is used in part: its beginning.
 *
 * @param decodedPixels of all pictures that are decoded, used or not
 * @param usedPixels of all pictures that come out, scaled down to the longest side, repeated ones included
 */
public record VideoWork(long decodedPixels, long usedPixels) {

    /**
     * 16 s of 4K at 30 a second are decoded; 30 s of 1080p at 30 a second, or of 720p at 60, come out. An avatar of
     * that takes one to three minutes on two cores.
     */
    public static final VideoWork OF_UPLOADS = new VideoWork(4_000_000_000L, 2_000_000_000L);

    /** As much as the video has. */
    public static final VideoWork ANY = new VideoWork(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Whatever its size, a picture takes about as long as so many pixels. */
    private static final long LEAST_PIXELS = 100_000;

    public VideoWork {
        if (decodedPixels <= 0 || usedPixels <= 0) {
            throw new IllegalArgumentException(
                    "Invalid work: found %d decoded and %d used pixels, expected positive values"
                            .formatted(decodedPixels, usedPixels));
        }
    }

    /** How many seconds of pictures of that size may come out. */
    double seconds(int width, int height, double fps) {
        return usedPixels / (fps * Math.max(LEAST_PIXELS, (long) width * height));
    }

    Meter begin() {
        return new Meter(decodedPixels);
    }

    /** The decoding that is left of one reading. */
    static final class Meter {

        private long left;

        private Meter(long left) {
            this.left = left;
        }

        void count(PictureSize picture) {
            left -= Math.max(LEAST_PIXELS, (long) picture.width() * picture.height());
        }

        boolean isDone() {
            return left <= 0;
        }
    }
}
