package avatar.tts.voices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where Piper's voices are, and what speaking with them may take. */
@ConfigMapping(prefix = "avatar.tts.piper")
public interface PiperConfig {

    /** The folder of the voices, {@code *.onnx} each with its {@code *.onnx.json}; it is read once, at the start. */
    @WithDefault("data/voices")
    Path folder();

    /** Cores that work on one clause: one, because the pictures are painted on the others at the same time. */
    @WithDefault("1")
    int threads();
}
