package avatar.bench.scorecard.check;

import avatar.bench.speech.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mouth shuts in every silence of 350 ms, in a sentence or after it, and stays shut until the lips prepare
 * the next sound.
 */
final class Silences {

    private static final double SHORTEST = 0.350;
    private static final double EARLIEST = 0.120;
    private static final double LATEST = 0.350;

    /** How long before a sound the lips prepare it. */
    private static final double READY = 0.150;

    private static final double ROUNDING = 1e-6;

    private record Silence(Take take, double start, double end) {

        OptionalInt firstShut() {
            return frames(start, end).filter(take::isShut).findFirst();
        }

        IntStream frames(double from, double to) {
            return IntStream.range(take.track().frameAt(from), take.track().frameAt(to));
        }
    }

    private Silences() {}

    /** Silences that begin with shut lips are not counted: those shut with the sound. */
    static Measured shutInTime(List<Take> takes) {
        List<Silence> open = silences(takes).stream()
                .filter(silence -> !silence.take().isShut(silence.take().track().frameAt(silence.start())))
                .toList();
        return Measured.share(open.stream().filter(Silences::isShutInTime).count(), open.size(), 1);
    }

    static Measured still(List<Take> takes) {
        List<Silence> silences = silences(takes);
        return Measured.share(silences.stream().filter(Silences::isStill).count(), silences.size(), 1);
    }

    private static List<Silence> silences(List<Take> takes) {
        List<Silence> silences = new ArrayList<>();
        for (Take take : takes) {
            List<Phone> sounds = take.sounds();
            for (int index = 0; index < sounds.size(); index++) {
                Phone next = index + 1 < sounds.size() ? sounds.get(index + 1) : null;
                Silence silence = new Silence(take, sounds.get(index).end(), end(take, next));
                boolean isLong = next == null || next.start() - silence.start() >= SHORTEST;
                if (isLong && silence.end() > silence.start()) {
                    silences.add(silence);
                }
            }
        }
        return silences;
    }

    private static double end(Take take, @Nullable Phone next) {
        return next == null ? take.track().seen(take.track().count()) : next.start() - READY;
    }

    private static boolean isShutInTime(Silence silence) {
        OptionalInt shut = silence.firstShut();
        if (shut.isEmpty()) {
            return false;
        }
        double delay = silence.take().track().seen(shut.getAsInt()) - silence.start();
        return delay >= EARLIEST - ROUNDING && delay <= LATEST + ROUNDING;
    }

    private static boolean isStill(Silence silence) {
        OptionalInt shut = silence.firstShut();
        MouthTrack track = silence.take().track();
        if (shut.isEmpty()) {
            return false;
        }
        double settled = silence.start() + LATEST;
        int first = track.frameAt(settled);
        return silence.frames(track.seen(shut.getAsInt()) + ROUNDING, silence.end())
                        .allMatch(silence.take()::isShut)
                && silence.frames(settled, silence.end())
                        .allMatch(frame -> track.picture(frame).equals(track.picture(first)));
    }
}
