package avatar.bench.scorecard.check;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Whether the mouth shuts after the last sound, and stays shut. */
final class Silences {

    private static final double EARLIEST = 0.120;
    private static final double LATEST = 0.350;

    private Silences() {}

    /** Sentences that end with shut lips are not counted: theirs shut with the sound. */
    static Measured shutInTime(List<Take> takes) {
        List<Take> open = takes.stream()
                .filter(take -> !take.isShut(take.track().frameAt(take.lastSound())))
                .toList();
        return Measured.share(open.stream().filter(Silences::isShutInTime).count(), open.size(), 1);
    }

    static Measured still(List<Take> takes) {
        return Measured.share(takes.stream().filter(Silences::isStill).count(), takes.size(), 1);
    }

    private static boolean isShutInTime(Take take) {
        OptionalInt shut = firstShut(take);
        if (shut.isEmpty()) {
            return false;
        }
        double delay = take.track().seen(shut.getAsInt()) - take.lastSound();
        return delay >= EARLIEST && delay <= LATEST;
    }

    private static boolean isStill(Take take) {
        OptionalInt shut = firstShut(take);
        int settled = take.track().frameAt(take.lastSound() + LATEST);
        return shut.isPresent()
                && IntStream.range(shut.getAsInt(), take.track().count()).allMatch(take::isShut)
                && IntStream.range(settled + 1, take.track().count())
                        .allMatch(frame ->
                                take.track().picture(frame).equals(take.track().picture(settled)));
    }

    private static OptionalInt firstShut(Take take) {
        return IntStream.range(
                        take.track().frameAt(take.lastSound()), take.track().count())
                .filter(take::isShut)
                .findFirst();
    }
}
