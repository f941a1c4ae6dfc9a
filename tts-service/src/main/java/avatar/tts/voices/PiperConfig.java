package avatar.tts.voices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Settings of Piper's voices. */
@ConfigMapping(prefix = "avatar.tts.piper")
public interface PiperConfig {

    /** The folder of the voices, {@code *.onnx} each with its {@code *.onnx.json}; read once, at the start. */
    @WithDefault("data/voices")
    Path folder();

    /** Threads per clause: one, because frames are rendered on the other cores at the same time. */
    @WithDefault("1")
    int threads();
}
