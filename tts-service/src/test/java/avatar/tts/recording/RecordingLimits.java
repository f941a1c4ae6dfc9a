package avatar.tts.recording;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** Limits for tests, where nobody configures any. */
public record RecordingLimits(MemorySize maxBytes, Duration longest, MemorySize maxMemory) implements RecordingConfig {

    /** A megabyte of file, half a minute of sound. */
    public static final RecordingConfig SMALL =
            new RecordingLimits(bytes(1 << 20), Duration.ofSeconds(30), bytes(1 << 22));

    private static MemorySize bytes(int bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }
}
