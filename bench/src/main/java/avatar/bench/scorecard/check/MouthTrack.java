package avatar.bench.scorecard.check;

import avatar.compositor.render.MouthPicture;
import avatar.compositor.render.MouthPose;
import avatar.compositor.render.Passage;
import avatar.contract.bundle.LipShapes;
import avatar.contract.viseme.LipMovement;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.VisemeTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mouths that are drawn for a timeline, frame by frame, as the compositor chooses them: at the middle of the frame.
 *
 * @param fps frames a second
 */
public record MouthTrack(double fps, LipShapes lips, List<MouthPicture> pictures) {

    private static final double NANOS = 1e9;

    public static MouthTrack of(VisemeTimeline timeline, LipShapes lips, double fps) {
        Passage passage = new Passage(lips);
        List<MouthPicture> pictures = new ArrayList<>();
        long duration = timeline.duration().toNanos();
        long middle = middle(0, fps);
        while (middle < duration) {
            pictures.add(passage.at(pose(timeline.lipsAt(Duration.ofNanos(middle)), middle)));
            middle = middle(pictures.size(), fps);
        }
        return new MouthTrack(fps, lips, pictures);
    }

    private static long middle(int frame, double fps) {
        return Math.round((frame + 0.5) / fps * NANOS);
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

    /** How far the lips are from the shut mouth in a frame: x and y in turn, point by point. */
    double[] moves(int frame) {
        MouthPicture picture = picture(frame);
        return Arrays.stream(lips.moves(picture.viseme()))
                .map(move -> move * picture.opening().share())
                .toArray();
    }

    /** When a frame begins to be seen, in seconds. */
    public double seen(int frame) {
        return frame / fps;
    }

    /** The frame that is seen at a time; the first or the last one beyond them. */
    public int frameAt(double seconds) {
        return Math.clamp((int) Math.floor(seconds * fps), 0, pictures.size() - 1);
    }
}
