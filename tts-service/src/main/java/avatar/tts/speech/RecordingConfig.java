package avatar.tts.speech;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which recordings are taken. */
@ConfigMapping(prefix = "avatar.recording")
public interface RecordingConfig {

    /** The largest file: five minutes of MP3 at 200 kbit/s. Kafka must take as much and a little more as one record. */
    @WithDefault("8M")
    MemorySize maxBytes();

    /** The longest sound: nothing of it is heard before its last word is found. viseme-service takes ten minutes. */
    @WithDefault("5m")
    Duration longest();

    /** Uploads and requests in memory at once, as bytes of their files; what goes beyond is refused. */
    @WithDefault("32M")
    MemorySize maxMemory();
}
