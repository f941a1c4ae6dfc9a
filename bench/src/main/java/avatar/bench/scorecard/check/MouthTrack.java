package avatar.bench.scorecard.check;

import avatar.contract.bundle.LipShapes;
import avatar.contract.viseme.LipMovement;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.VisemeTimeline;
import avatar.pictures.frame.MouthPicture;
import avatar.pictures.frame.MouthPose;
import avatar.pictures.frame.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mouths that are drawn for a timeline, frame by frame, as the compositor chooses them: at the middle of the frame.
 *
 * @param fps frames a second
 * @param phase the start of the first frame after the first audio sample, in frames from -1/2 up to 1/2: a stream's
 *     frames don't wait for speech
 */
public record MouthTrack(double fps, double phase, LipShapes lips, List<MouthPicture> pictures) {

    private static final double NANOS = 1e9;
    private static final double ROUNDING = 1e-6;

    public static MouthTrack of(VisemeTimeline timeline, LipShapes lips, double fps, double phase) {
        Passage passage = new Passage(lips);
        List<MouthPicture> pictures =
                poses(timeline, fps, phase).stream().map(passage::at).toList();
        return new MouthTrack(fps, phase, lips, pictures);
    }

    /**
     * The lips of each frame.
     *
     * @param phase see {@link MouthTrack}
     */
    public static List<MouthPose> poses(VisemeTimeline timeline, double fps, double phase) {
        List<MouthPose> poses = new ArrayList<>();
        long duration = timeline.duration().toNanos();
        long middle = middle(0, fps, phase);
        while (middle < duration) {
            poses.add(pose(timeline.lipsAt(Duration.ofNanos(middle)), middle));
            middle = middle(poses.size(), fps, phase);
        }
        return poses;
    }

    private static long middle(int frame, double fps, double phase) {
        return Math.round((frame + 0.5 + phase) / fps * NANOS);
    }

    private static MouthPose pose(LipMovement movement, long nanos) {
        Lips from = movement.from() == null ? Lips.SHUT : movement.from();
        long moved = nanos - movement.begins().toNanos();
        long transition = movement.transition().toNanos();
        return new MouthPose(from, movement.to(), moved >= transition ? 1 : (double) moved / transition);
    }

    public int count() {
        return pictures.size();
    }

    public MouthPicture picture(int frame) {
        return pictures.get(frame);
    }

    /** The distance of the lips from the shut mouth in a frame: x and y in turn, point by point. */
    double[] moves(int frame) {
        MouthPicture picture = picture(frame);
        return Arrays.stream(lips.moves(picture.viseme()))
                .map(move -> move * picture.opening().share())
                .toArray();
    }

    /** The start of a frame in seconds. */
    public double seen(int frame) {
        return (frame + phase) / fps;
    }

    /** The frame that is shown at a time; the first or the last one outside of them. */
    public int frameAt(double seconds) {
        return Math.clamp((int) Math.floor(seconds * fps - phase + ROUNDING), 0, pictures.size() - 1);
    }
}
