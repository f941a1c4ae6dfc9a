package avatar.tts.speech;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of requests. */
@ConfigMapping(prefix = "avatar.speech")
public interface SpeechConfig {

    /** The longest text, in code points: more than ten minutes of speech. */
    @WithDefault("10000")
    int maxCharacters();

    /** Utterances of a channel that may wait or be spoken; one more with mode {@code enqueue} is refused. */
    @WithDefault("100")
    int maxWaiting();
}
