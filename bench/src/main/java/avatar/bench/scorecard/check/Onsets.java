package avatar.bench.scorecard.check;

import avatar.bench.speech.Phone;
import avatar.contract.viseme.Viseme;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The first frame with the shape of a sound, against the start of the sound. Sounds that the tongue makes alone, and
 * those whose shape is seen before already or not at all, have no onset.
 */
final class Onsets {

    /** An earlier shape belongs to another sound. */
    private static final double EARLIEST = 0.150;

    /** A shape this long after the start of a sound, and after its end, belongs to another one. */
    private static final double LATEST = 0.100;

    private Onsets() {}

    static Measured lead(List<Take> takes) {
        double median = percentile(leads(takes), 0.5);
        return new Measured(median, "%.0f ms".formatted(1000 * median), median >= 0 && median <= 0.060);
    }

    static Measured lag(List<Take> takes) {
        double lag = -percentile(leads(takes), 0.05);
        return new Measured(lag, "%.0f ms".formatted(1000 * lag), lag <= 0.040);
    }

    static Measured shown(List<Take> takes) {
        int all = 0;
        int shown = 0;
        for (Take take : takes) {
            for (Phone phone : take.sounds()) {
                if (!phone.isTongueOnly()) {
                    all++;
                    shown += firstFrame(take, phone, phone.end()) < 0 ? 0 : 1;
                }
            }
        }
        return Measured.share(shown, all, 0);
    }

    private static List<Double> leads(List<Take> takes) {
        List<Double> leads = new ArrayList<>();
        for (Take take : takes) {
            for (Phone phone : take.sounds()) {
                OptionalDouble lead = phone.isTongueOnly() ? OptionalDouble.empty() : lead(take, phone);
                lead.ifPresent(leads::add);
            }
        }
        return leads;
    }

    private static OptionalDouble lead(Take take, Phone phone) {
        int first = firstFrame(take, phone, Math.max(phone.end(), phone.start() + LATEST));
        boolean isSeenBefore = first > 0 && take.shows().apply(phone).contains(take.shape(first - 1));
        return first < 0 || isSeenBefore
                ? OptionalDouble.empty()
                : OptionalDouble.of(phone.start() - take.track().seen(first));
    }

    /** The first frame up to a time that shows a phone; -1 if none does. */
    private static int firstFrame(Take take, Phone phone, double until) {
        Set<Viseme> shown = take.shows().apply(phone);
        int from = take.track().frameAt(Math.max(phone.start() - EARLIEST, endOfAlike(take, phone)));
        return IntStream.rangeClosed(from, take.track().frameAt(until))
                .filter(frame -> shown.contains(take.shape(frame)))
                .findFirst()
                .orElse(-1);
    }

    /** The end of the last sound of the same shape, to which earlier frames belong. */
    private static double endOfAlike(Take take, Phone phone) {
        return take.phones().stream()
                .filter(other -> other.start() < phone.start()
                        && take.shows().apply(other).equals(take.shows().apply(phone)))
                .mapToDouble(Phone::end)
                .max()
                .orElse(0);
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
