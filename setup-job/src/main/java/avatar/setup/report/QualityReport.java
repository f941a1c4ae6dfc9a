package avatar.setup.report;

import avatar.faces.loop.LoopMode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * The quality of an avatar in figures: {@code report.json}, whose field names are older than the words used here.
 *
 * @param frames of the base video
 * @param patches the engine of each viseme's patches
 */
public record QualityReport(
        int version,
        String avatar,
        int frames,
        double fps,
        Detection detection,
        Steadiness jitter,
        Seam seam,
        Sharpness sharpness,
        @JsonProperty("border") EdgeContrast edgeContrast,
        Map<String, String> patches) {

    public static final int VERSION = 1;

    /**
     * Results of face detection.
     *
     * @param rate of the source's pictures with a face, 0..1
     * @param bridged stretches without a face, in seconds of the source
     * @param facesSeen number of faces to choose from
     * @param lipGap of the inner lips in the reference frame, in percent of the eye distance; 0 is shut
     */
    public record Detection(double rate, List<Span> bridged, int facesSeen, double eyeDistancePx, double lipGap) {

        public Detection {
            bridged = List.copyOf(bridged);
        }
    }

    /** A stretch of the source, in seconds. */
    public record Span(double from, double to) {}

    /**
     * Stability of patches on the mouth, in percent of the eye distance.
     *
     * @param measured jitter of the mouth on quiet stretches ({@link Jitter}), by the landmarks of each picture
     * @param smoothed jitter of the track that patches follow
     * @param off distance between the mouth as the track has it and as the landmarks have it, median of all frames
     * @param off95 nineteen of twenty frames have less
     */
    public record Steadiness(double measured, double smoothed, double off, double off95) {}

    /**
     * The seam of the loop.
     *
     * @param in first picture of the source that is used
     * @param out picture of the source after the last one
     * @param mixed number of mixed pictures
     * @param step the seam step: the largest change between two pictures of the seam, mean over the picture, of 255
     * @param median change between two pictures elsewhere
     * @param ratio of the seam step to the median step
     */
    public record Seam(
            LoopMode mode, int in, int out, int mixed, double step, double median, double ratio, String reason) {}

    /**
     * Laplacian variance of patches, relative to that of the mouth they were made from.
     *
     * @param minimum of all visemes
     * @param viseme that has it
     */
    public record Sharpness(@JsonProperty("least") double minimum, String viseme, double median) {}

    /** The edge contrast of the shut mouth's patch ({@link avatar.faces.track.EdgeContrast}), of 255. */
    public record EdgeContrast(double median, double percentile95) {}
}
