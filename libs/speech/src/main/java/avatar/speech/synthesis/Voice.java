package avatar.speech.synthesis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A voice that texts can be spoken with.
 *
 * @param language BCP 47
 * @param available whether it can speak here and now
 * @param reason why it can't, and what would help; null if it can
 */
public record Voice(
        String id,
        String name,
        String language,
        Gender gender,
        String engine,
        boolean available,
        @Nullable String reason) {

    /** The same voice, which can't speak now. */
    public Voice unavailable(String why) {
        return new Voice(id, name, language, gender, engine, false, why);
    }

    /** How a voice sounds. */
    public enum Gender {
        FEMALE,
        MALE,
        /** Its maker does not say. */
        UNKNOWN;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
