package avatar.bench.live;

import avatar.bench.command.Spread;
import java.util.Locale;

/**
 * The figures of {@link FirstSegmentRun}.
 *
 * @param firstSegment from sending the request to its first segment here, read from Kafka
 * @param speechPerSecond seconds of speech synthesized per second, four long texts at once
 */
record FirstSegmentReport(String voice, int count, Spread firstSegment, double speechPerSecond) {

    /** A readable table, each line with its line break. */
    String table() {
        return "From the text to its first segment on Kafka, voice %s, n = %d%n".formatted(voice, count)
                + Spread.head()
                + firstSegment.row("first segment")
                + String.format(Locale.ROOT, "%-36s %8.1f%n", "seconds of speech per second", speechPerSecond);
    }
}
