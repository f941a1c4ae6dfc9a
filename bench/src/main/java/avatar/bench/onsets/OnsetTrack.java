package avatar.bench.onsets;

import avatar.bench.speech.Phone;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A timeline against the sounds of the engine that spoke: the error of each is the time from its start to the start of
 * the nearest cue of its viseme; infinite if there is none within 200 ms. Sounds that look like the one before them
 * have no onset.
 */
record OnsetTrack(Duration duration, List<Onset> onsets) {

    private static final double FARTHEST = 0.200;

    /**
     * The start of a sound and the distance of its cue, in seconds.
     *
     * @param error infinite if it has no cue
     */
    record Onset(double start, double error) {}

    OnsetTrack {
        onsets = List.copyOf(onsets);
    }

    static OnsetTrack of(List<Phone> phones, VisemeTimeline timeline) {
        List<Onset> onsets = new ArrayList<>();
        Viseme before = Viseme.SIL;
        for (Phone phone : phones) {
            if (!phone.isSilence() && phone.viseme() != before) {
                onsets.add(new Onset(phone.start(), error(phone, timeline)));
            }
            before = phone.viseme();
        }
        return new OnsetTrack(timeline.duration(), onsets);
    }

    List<Double> errors() {
        return errors(0, Double.POSITIVE_INFINITY);
    }

    /** The errors of the sounds that start from one time up to another. */
    List<Double> errors(double from, double to) {
        return onsets.stream()
                .filter(onset -> onset.start() >= from && onset.start() < to)
                .map(Onset::error)
                .toList();
    }

    private static double error(Phone phone, VisemeTimeline timeline) {
        return timeline.cues().stream()
                .filter(cue -> cue.viseme() == phone.viseme())
                .mapToDouble(cue -> Math.abs(cue.start().toNanos() / 1e9 - phone.start()))
                .filter(error -> error <= FARTHEST)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
