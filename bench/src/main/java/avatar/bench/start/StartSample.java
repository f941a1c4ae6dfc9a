package avatar.bench.start;

import java.time.Duration;
import java.util.List;

/**
 * The times of one start.
 *
 * @param firstFrame from the command to the first frame at a viewer
 * @param cpuOfFirstFrame what all processes had used of the processors until then
 * @param ready from the command to its line that the system speaks
 * @param cpuOfReady what all processes had used of the processors until then
 * @param mouths from each of the first texts, one after the other, to the first frame with a moved mouth
 */
record StartSample(
        Duration firstFrame, Duration cpuOfFirstFrame, Duration ready, Duration cpuOfReady, List<Duration> mouths) {}
