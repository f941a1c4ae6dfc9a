package avatar.tts.speech;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of texts. */
@ConfigMapping(prefix = "avatar.speech")
public interface SpeechConfig {

    /** The longest text, in code points: more than ten minutes of speech. */
    @WithDefault("10000")
    int maxCharacters();
}
