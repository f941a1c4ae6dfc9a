package avatar.setup.shapes;

import java.util.ArrayList;
import java.util.List;

/**
 * A talker's lips in every picture, and the sounds.
 *
 * @param fps pictures a second
 * @param neutral the lips at rest
 * @param moves of every picture, from the neutral lips
 * @param sounds in order, silence before and after
 */
record TalkingClip(double fps, LipContour neutral, List<LipContour> moves, List<Sound> sounds) {

    /** The lips still move when the sound is over. */
    private static final double CLOSING_SECONDS = 0.2;

    TalkingClip {
        moves = List.copyOf(moves);
        sounds = List.copyOf(sounds);
    }

    /** The middle of the time for which a picture is shown, in seconds. */
    static double time(int frame, double fps) {
        return (frame + 0.5) / fps;
    }

    /** The pictures in which the talker speaks. Before, lips part to breathe, which is no shape of a sound. */
    List<Integer> speech() {
        List<Integer> frames = new ArrayList<>();
        for (int frame = 0; frame < moves.size(); frame++) {
            double time = time(frame, fps);
            if (time > sounds.getFirst().end() && time < sounds.getLast().start() + CLOSING_SECONDS) {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** How much this talker moves the lips while speaking: root of the mean square, in eye distances. */
    double liveliness() {
        return Math.sqrt(speech().stream()
                .mapToDouble(frame -> Math.pow(moves.get(frame).size(), 2))
                .average()
                .orElseThrow());
    }

    /** The same clip of a talker who moves the lips by that factor more. */
    TalkingClip livelier(double factor) {
        return new TalkingClip(
                fps, neutral, moves.stream().map(move -> move.times(factor)).toList(), sounds);
    }

    /** The clips, as if all talkers moved their lips as much as their mean. */
    static List<TalkingClip> equallyLively(List<TalkingClip> clips) {
        double mean =
                clips.stream().mapToDouble(TalkingClip::liveliness).average().orElseThrow();
        return clips.stream()
                .map(clip -> clip.livelier(mean / clip.liveliness()))
                .toList();
    }
}
