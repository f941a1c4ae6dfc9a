package avatar.tts.voices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The choice of voices. */
@ConfigMapping(prefix = "avatar.synthesis")
public interface SynthesisConfig {

    /**
     * Speaks when a request names no voice; if unset, {@code en-US-JennyNeural}, or the local voice if edge is
     * disabled.
     */
    Optional<String> defaultVoice();

    /** Substitutes unavailable voices: the clearest of the local ones. */
    @WithDefault("flite-slt")
    String localVoice();

    /** Maximum time of an engine for a clause, its queue included; engines take a tenth of a second. */
    @WithDefault("20s")
    Duration clauseTimeout();
}
