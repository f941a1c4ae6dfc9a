package avatar.setup.report;

import avatar.faces.loop.LoopMode;
import avatar.faces.track.BorderStep;
import java.util.List;
import java.util.Map;

/**
 * How good an avatar is, in figures ({@code report.json}).
 *
 * @param frames of the base video
 * @param patches which engine made which viseme's patch
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
        Border border,
        Map<String, String> patches) {

    public static final int VERSION = 1;

    /**
     * How the face was found.
     *
     * @param rate of the source's pictures in which it was, 0..1
     * @param bridged where it was not, in seconds of the source
     * @param facesSeen how many faces there were to choose from
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
     * How well patches stay on the mouth, in percent of the eye distance.
     *
     * @param measured how much the mouth trembles on quiet stretches ({@link Jitter}) by the landmarks of each picture
     * @param smoothed the same by the track that patches follow
     * @param off how far the track takes the mouth from where the landmarks see it, whatever the head does: median over all frames
     * @param off95 nineteen of twenty frames are better
     */
    public record Steadiness(double measured, double smoothed, double off, double off95) {}

    /**
     * How the loop closes.
     *
     * @param mode what was done
     * @param in first picture of the source that is used
     * @param out picture of the source after the last one
     * @param mixed how many pictures are mixed
     * @param step greatest change between two pictures of the seam, mean over the picture in 255ths
     * @param median change between two pictures elsewhere
     */
    public record Seam(
            LoopMode mode, int in, int out, int mixed, double step, double median, double ratio, String reason) {}

    /**
     * Laplacian variance of patches against that of the mouth they were made from.
     *
     * @param least of all visemes, and of which
     */
    public record Sharpness(double least, String viseme, double median) {}

    /** Step of colour across the border of the mask ({@link BorderStep}), in 255ths. */
    public record Border(double median, double percentile95) {}
}
