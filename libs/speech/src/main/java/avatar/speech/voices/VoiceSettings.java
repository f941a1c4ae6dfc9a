package avatar.speech.voices;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which voices speak.
 *
 * @param defaultVoice speaks when a request names no voice; null: Jenny of edge, or the local voice where edge is disabled
 * @param localVoice speaks in place of a voice that can't
 * @param clauseTimeout how long an engine may take for a clause, its queue included
 */
public record VoiceSettings(@Nullable String defaultVoice, String localVoice, Duration clauseTimeout) {

    /** The clearest of the voices that need no network; engines take a tenth of a second for a clause. */
    public static final VoiceSettings DEFAULT = new VoiceSettings(null, "flite-slt", Duration.ofSeconds(20));
}
