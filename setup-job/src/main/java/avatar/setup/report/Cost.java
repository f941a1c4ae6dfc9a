package avatar.setup.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Time and memory that making an avatar took.
 *
 * @param seconds since the process was started
 * @param cpuSeconds of all cores together
 * @param peakMegabytes peak memory of the process, 0 where the system does not report it
 * @param stageSeconds of each stage, in order
 */
public record Cost(double seconds, double cpuSeconds, long peakMegabytes, Map<String, Double> stageSeconds) {

    private static final Path STATUS = Path.of("/proc/self/status");

    public Cost {
        stageSeconds = new LinkedHashMap<>(stageSeconds);
    }

    /** The cost of this process up to now. */
    public static Cost now(Map<String, Double> stageSeconds) {
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        double cpuSeconds = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(duration -> duration.toMillis() / 1000.0)
                .orElse(0.0);
        return new Cost(seconds, cpuSeconds, peakKilobytes().orElse(0) / 1024, stageSeconds);
    }

    /** Linux' high-water mark of resident memory. */
    private static OptionalLong peakKilobytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
