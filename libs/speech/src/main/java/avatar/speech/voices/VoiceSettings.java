package avatar.speech.voices;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The choice of voices.
 *
 * @param defaultVoice speaks when a request names no voice; null: Jenny of edge, or the local voice if edge is
 *     disabled
 * @param localVoice substitutes unavailable voices
 * @param clauseTimeout maximum time of an engine for a clause, its queue included
 */
public record VoiceSettings(@Nullable String defaultVoice, String localVoice, Duration clauseTimeout) {

    /** The clearest of the local voices; engines take a tenth of a second for a clause. */
    public static final VoiceSettings DEFAULT = new VoiceSettings(null, "flite-slt", Duration.ofSeconds(20));
}
