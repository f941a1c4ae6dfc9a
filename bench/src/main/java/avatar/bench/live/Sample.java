package avatar.bench.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The times of one utterance.
 *
 * @param total from sending the request to the last byte of the first frame with a moved mouth
 * @param answered from sending the request to its answer, when Kafka has it
 * @param taken from there to the worker taking it, by the services' clocks; null if they did not report it
 * @param spoken from there to the first frame of it, by the services' clocks; null if they did not report it
 */
record Sample(
        String utteranceId,
        Duration total,
        Duration answered,
        @Nullable Duration taken,
        @Nullable Duration spoken) {}
