package avatar.tts.speech;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of recordings. */
@ConfigMapping(prefix = "avatar.recording")
public interface RecordingConfig {

    /** The largest file: five minutes of MP3 at 200 kbit/s. Kafka must accept a little more than that as one record. */
    @WithDefault("8M")
    MemorySize maxBytes();

    /** The longest sound: it is not heard before its last word has been aligned. viseme-service accepts ten minutes. */
    @WithDefault("5m")
    Duration longest();

    /** Uploads and requests in memory at once, in bytes of their files; more are refused. */
    @WithDefault("32M")
    MemorySize maxMemory();
}
