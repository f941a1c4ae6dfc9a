package avatar.bench.scorecard.plan;

import static java.util.stream.Collectors.toSet;

import avatar.bench.speech.Phone;
import avatar.bench.speech.SpokenSentence;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rules that Rhubarb Lip Sync publishes ({@code rhubarb/src/animation}), on the phones of the voice: the shape of
 * least effort, vowels anticipated by up to 200 ms, shapes of 70 ms at least, pauses held or relaxed. Left out:
 * in-betweens, which last less than what is counted as a hold, and the second halves of diphthongs. Shapes change
 * without a transition.
 */
final class RhubarbPlan {

    private static final double ANTICIPATION = 0.2;
    private static final double SHORTEST = 0.07;
    private static final double HELD_PAUSE = 0.12;
    private static final double RELAXED_PAUSE = 0.35;

    private RhubarbPlan() {}

    static Set<Viseme> shows(Phone phone) {
        return RhubarbShape.of(phone).stream().map(RhubarbShape::viseme).collect(toSet());
    }

    static VisemeTimeline timeline(TimelineRequest request) {
        List<Phone> phones = new SpokenSentence("", request).phones();
        List<RhubarbShape> shapes = rough(phones);
        pauses(phones, shapes);
        List<Cue> cues = new ArrayList<>();
        retimed(phones, shapes).forEach(drawn -> PlainPlan.append(drawn.shape().viseme(), nanos(drawn.end()), cues));
        PlainPlan.append(RhubarbShape.X.viseme(), request.duration(), cues);
        return new VisemeTimeline(
                request.duration(), cues.stream().map(RhubarbPlan::cut).toList());
    }

    private static List<RhubarbShape> rough(List<Phone> phones) {
        List<RhubarbShape> shapes = new ArrayList<>();
        RhubarbShape reference = RhubarbShape.X;
        for (int index = 0; index < phones.size(); index++) {
            Set<RhubarbShape> allowed = RhubarbShape.of(phones.get(index));
            RhubarbShape shape = reference.nearest(allowed);
            shapes.add(shape);
            boolean isAnticipated = phones.get(index).isVowel() && allowed.size() == 1;
            if (isAnticipated) {
                anticipate(phones, shapes, index);
            }
            reference = isAnticipated ? shape : shape.relaxed();
        }
        return shapes;
    }

    private static void anticipate(List<Phone> phones, List<RhubarbShape> shapes, int vowel) {
        RhubarbShape shape = shapes.get(vowel);
        int index = vowel - 1;
        while (index >= 0 && phones.get(vowel).start() - phones.get(index).start() <= ANTICIPATION) {
            RhubarbShape anticipating = shape.nearest(RhubarbShape.of(phones.get(index)));
            shapes.set(index, anticipating);
            if (anticipating != shape) {
                return;
            }
            index--;
        }
    }

    private static void pauses(List<Phone> phones, List<RhubarbShape> shapes) {
        for (int index = 1; index + 1 < shapes.size(); index++) {
            double length = phones.get(index).length();
            if (phones.get(index).isSilence() && length <= RELAXED_PAUSE) {
                RhubarbShape before = shapes.get(index - 1);
                shapes.set(index, length < HELD_PAUSE ? before : before.relaxed());
            }
        }
    }

    private record Drawn(RhubarbShape shape, double start, double end) {}

    /** From the end to the start, as Rhubarb does: a shape that is too short becomes the next one, except shut lips. */
    private static List<Drawn> retimed(List<Phone> phones, List<RhubarbShape> shapes) {
        List<Drawn> drawn = new ArrayList<>();
        for (int index = shapes.size() - 1; index >= 0; index--) {
            RhubarbShape shape = shapes.get(index);
            double start = phones.get(index).start();
            double end =
                    drawn.isEmpty() ? phones.get(index).end() : drawn.getFirst().start();
            boolean isSame = !drawn.isEmpty() && drawn.getFirst().shape() == shape;
            boolean isBrief = !drawn.isEmpty() && shape != RhubarbShape.A && end - start < SHORTEST;
            if (isSame || (isBrief && drawn.getFirst().shape() != RhubarbShape.A)) {
                Drawn next = drawn.removeFirst();
                drawn.addFirst(new Drawn(next.shape(), start, next.end()));
            } else if (end > start) {
                drawn.addFirst(new Drawn(shape, start, end));
            }
        }
        return drawn;
    }

    private static Cue cut(Cue cue) {
        return new Cue(cue.viseme(), cue.start(), cue.end(), cue.lips(), Duration.ZERO, Duration.ZERO);
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
