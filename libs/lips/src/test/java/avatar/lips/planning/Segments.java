package avatar.lips.planning;

import static java.time.Duration.ofMillis;

import avatar.contract.viseme.Cue;
import avatar.contract.viseme.LipMovement;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Segments for tests, and the drawn shapes of their timelines. */
final class Segments {

    private Segments() {}

    /** Phonemes one after the other, "symbol milliseconds" each; the segment ends with the last. */
    static TimelineRequest segment(String... sounds) {
        List<Phoneme> phonemes = new ArrayList<>();
        int end = 0;
        for (String sound : sounds) {
            String[] parts = sound.split(" ", 2);
            int start = end;
            end += Integer.parseInt(parts[1]);
            phonemes.add(new Phoneme(parts[0], ofMillis(start), ofMillis(end)));
        }
        return new TimelineRequest(ofMillis(end), phonemes);
    }

    static VisemeTimeline plan(String... sounds) {
        return VisemePlanner.plan(segment(sounds));
    }

    /** The first cue of that viseme. */
    static Cue cue(VisemeTimeline timeline, Viseme viseme) {
        return timeline.cues().stream()
                .filter(cue -> cue.viseme() == viseme)
                .findFirst()
                .orElseThrow();
    }

    static List<Viseme> spoken(VisemeTimeline timeline) {
        return timeline.cues().stream().map(Cue::viseme).toList();
    }

    /** Where the lips are at a millisecond; null while they move. */
    static @Nullable Lips restingAt(VisemeTimeline timeline, int millis) {
        LipMovement movement = timeline.lipsAt(ofMillis(millis));
        boolean hasArrived = movement.begins().plus(movement.transition()).compareTo(ofMillis(millis)) <= 0;
        return hasArrived ? movement.to() : null;
    }

    /** The longest time in milliseconds that matching lips rest, between two times of a timeline. */
    static int longestRest(VisemeTimeline timeline, int from, int until, Predicate<Lips> isWanted) {
        int longest = 0;
        int run = 0;
        for (int millis : IntStream.range(Math.max(0, from), until).toArray()) {
            Lips lips = restingAt(timeline, millis);
            run = lips != null && isWanted.test(lips) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
