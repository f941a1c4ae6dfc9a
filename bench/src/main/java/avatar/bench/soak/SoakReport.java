package avatar.bench.soak;

import avatar.contract.speech.SpeechState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of all texts, and of the memory of each process.
 *
 * @param minutes for which new texts were sent
 * @param done texts that were spoken
 * @param failures a line for each of the others
 * @param processes by name and process id
 */
record SoakReport(int channels, double minutes, int done, List<String> failures, Map<String, Memory> processes) {

    /** The most that the memory of a process may grow, in MB a minute. */
    private static final double MOST_GROWTH = 1;

    private static final int SHOWN_FAILURES = 5;

    /**
     * The resident memory of a process, in MB of 2^20 bytes.
     *
     * @param growth a minute, after the warm-up
     */
    record Memory(double first, double last, double growth) {}

    static SoakReport of(
            int channels,
            Duration time,
            Duration warmUp,
            Map<SpeechState, Integer> ends,
            List<String> failures,
            Map<String, Growth> memory) {
        Map<String, Memory> processes = new TreeMap<>();
        memory.forEach((process, growth) ->
                processes.put(process, new Memory(growth.first(), growth.last(), growth.perMinute(minutes(warmUp)))));
        return new SoakReport(
                channels, minutes(time), ends.getOrDefault(SpeechState.DONE, 0), List.copyOf(failures), processes);
    }

    private static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }

    boolean isAtItsBar() {
        return failures.isEmpty() && processes.values().stream().allMatch(memory -> memory.growth() <= MOST_GROWTH);
    }

    /** A readable table, each line with its line break. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append("%d channels, %.0f minutes without a pause: %d texts done, %d not%n"
                .formatted(channels, minutes, done, failures.size()));
        failures.stream().limit(SHOWN_FAILURES).forEach(line -> table.append("  %s%n".formatted(line)));
        table.append("%-32s %8s %8s %12s%n".formatted("resident memory, MB", "first", "last", "a minute"));
        processes.forEach((process, memory) -> table.append(
                "%-32s %8.0f %8.0f %+12.2f%n".formatted(process, memory.first(), memory.last(), memory.growth())));
        return table.toString();
    }
}
