package avatar.bench.scorecard.check;

import avatar.contract.viseme.Viseme;
import java.util.ArrayList;
import java.util.List;

/**
 * The durations of shapes. The openings on the way to a shape are that shape: a mouth that opens in
 * three steps has changed once.
 */
final class Steadiness {

    private static final double SHORT = 0.070;

    private record Hold(Viseme shape, double seconds) {}

    private Steadiness() {}

    /** Per second of speech, from the first sound to the last. */
    static Measured changes(List<Take> takes) {
        int changes = 0;
        double seconds = 0;
        for (Take take : takes) {
            changes += holds(take).size() - 1;
            seconds += take.lastSound() - take.firstSound();
        }
        double perSecond = changes / seconds;
        return new Measured(perSecond, "%.1f".formatted(perSecond), perSecond <= 8);
    }

    static Measured shortHolds(List<Take> takes) {
        List<Hold> holds = allHolds(takes);
        long brief = holds.stream().filter(hold -> hold.seconds() < SHORT).count();
        double share = (double) brief / holds.size();
        return new Measured(share, "%.1f %%".formatted(100 * share), share < 0.05);
    }

    static Measured medianHold(List<Take> takes) {
        List<Double> sorted =
                allHolds(takes).stream().map(Hold::seconds).sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        return new Measured(median, "%.0f ms".formatted(1000 * median), true);
    }

    private static List<Hold> allHolds(List<Take> takes) {
        return takes.stream()
                .flatMap(take -> holds(take).stream())
                .filter(hold -> hold.shape() != Viseme.M)
                .toList();
    }

    private static List<Hold> holds(Take take) {
        List<Hold> holds = new ArrayList<>();
        int last = take.track().count() - 1;
        int since = 0;
        for (int frame = 0; frame <= last; frame++) {
            if (frame == last || take.shape(frame + 1) != take.shape(frame)) {
                holds.add(new Hold(
                        take.shape(frame), (frame + 1 - since) / take.track().fps()));
                since = frame + 1;
            }
        }
        return holds;
    }
}
