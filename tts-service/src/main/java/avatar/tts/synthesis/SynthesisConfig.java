package avatar.tts.synthesis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which voices speak. */
@ConfigMapping(prefix = "avatar.synthesis")
public interface SynthesisConfig {

    /** Speaks when nobody names a voice: the clearest of those that need no network. */
    @WithDefault("flite-slt")
    String defaultVoice();
}
