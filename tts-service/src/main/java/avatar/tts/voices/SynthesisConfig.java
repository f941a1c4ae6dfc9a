package avatar.tts.voices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Which voices speak. */
@ConfigMapping(prefix = "avatar.synthesis")
public interface SynthesisConfig {

    /** Speaks when nobody names a voice; if unset, {@code en-US-JennyNeural}, or the local voice where edge is disabled. */
    Optional<String> defaultVoice();

    /** Speaks in place of a voice that can't: the clearest of those that need no network. */
    @WithDefault("flite-slt")
    String localVoice();

    /** How long an engine may take for a clause, its queue included; they take a tenth of a second. */
    @WithDefault("20s")
    Duration clauseTimeout();
}
