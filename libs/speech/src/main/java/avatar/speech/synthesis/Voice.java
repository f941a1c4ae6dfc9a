package avatar.speech.synthesis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A voice of a speech engine.
 *
 * @param language BCP 47
 * @param available whether it can speak now
 * @param reason why it can't, and what to do; null if it can
 */
public record Voice(
        String id,
        String name,
        String language,
        Gender gender,
        String engine,
        boolean available,
        @Nullable String reason) {

    /** A copy that can't speak. */
    public Voice unavailable(String why) {
        return new Voice(id, name, language, gender, engine, false, why);
    }

    /** The gender of a voice. */
    public enum Gender {
        FEMALE,
        MALE,
        /** Not specified by its maker. */
        UNKNOWN;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
