package avatar.bench.live;

import avatar.bench.command.Spread;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@link InterruptRun}.
 *
 * @param asked how often speech was interrupted
 * @param measured how often a frame without it arrived
 * @param whileSeen how often its mouth was on the latest frame at the interruption; otherwise it had not started or
 *     was over
 * @param framesAfterwards how many frames showed it again after one that did not
 * @param closed from the call to the first idle frame, of the utterances that were seen; null if none was
 * @param quiet from the call to the first frame without the id of the utterance; null as above
 */
record InterruptReport(
        int asked,
        int measured,
        int whileSeen,
        int framesAfterwards,
        @Nullable Spread closed,
        @Nullable Spread quiet) {

    static InterruptReport of(
            int asked, int measured, int framesAfterwards, List<Duration> closed, List<Duration> quiet) {
        return new InterruptReport(
                asked,
                measured,
                closed.size(),
                framesAfterwards,
                closed.isEmpty() ? null : Spread.of(closed),
                quiet.isEmpty() ? null : Spread.of(quiet));
    }

    boolean isWithin(Duration bar) {
        return closed != null && closed.p95().compareTo(bar) <= 0;
    }

    /** A readable table, each line with its line break. */
    String table() {
        return "Interrupted %d times, %d of them while it was seen; frames of it afterwards: %d%n"
                        .formatted(measured, whileSeen, framesAfterwards)
                + Spread.head()
                + (quiet == null ? "" : quiet.row("to a frame without the utterance"))
                + (closed == null ? "" : closed.row("to a frame with the base video's mouth"));
    }
}
