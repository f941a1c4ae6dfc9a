package avatar.tts.speech;

import avatar.contract.json.JsonFields;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST .../speech}, as its caller wrote it.
 *
 * @param voice null for the default one
 * @param pitch of the voice; one that can't change it keeps its own
 * @param ssml whether the text is SSML
 * @param maxWait how long it may wait until it begins to be heard; null: as long as it takes
 */
public record SpeechOrder(
        @Schema(required = true, examples = "Good morning.") String text,

        @Schema(examples = "flite-slt") @Nullable String voice,

        @Schema(minimum = "0.5", maximum = "2.0", defaultValue = "1.0")
        double rate,

        @Schema(minimum = "0.5", maximum = "2.0", defaultValue = "1.0")
        double pitch,

        @Schema(defaultValue = "false") boolean ssml,

        @Schema(
                type = SchemaType.STRING,
                enumeration = {"replace", "enqueue"},
                defaultValue = "replace")
        SpeechMode mode,

        @Schema(
                type = SchemaType.NUMBER,
                description = "Seconds that it may wait until it begins to be heard; as long as it takes if absent")
        @Nullable
        Duration maxWait) {

    private static final double LONGEST_WAIT_S = Duration.ofDays(1).toSeconds();

    /**
     * Reads an order; fields it does not know are ignored.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST}
     */
    public static SpeechOrder fromJson(byte[] body) {
        JsonFields order = JsonFields.of(body);
        return new SpeechOrder(
                order.requiredText("text"),
                order.text("voice").orElse(null),
                order.number("rate").orElse(1.0),
                order.number("pitch").orElse(1.0),
                order.flag("ssml").orElse(false),
                order.choice("mode", "'replace' or 'enqueue'", SpeechOrder::isMode)
                        .map(SpeechMode::ofLabel)
                        .orElse(SpeechMode.REPLACE),
                order.number("maxWait", "seconds as a number")
                        .map(SpeechOrder::wait)
                        .orElse(null));
    }

    /**
     * A wait of so many seconds.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST} if it is not more than none and at most a day
     */
    static Duration wait(double seconds) {
        if (!(seconds > 0 && seconds <= LONGEST_WAIT_S)) {
            throw JsonFields.invalid("Field 'maxWait' must be more than 0 and at most %.0f seconds, found %s"
                    .formatted(LONGEST_WAIT_S, seconds));
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static boolean isMode(String label) {
        return label.equals(SpeechMode.REPLACE.label()) || label.equals(SpeechMode.ENQUEUE.label());
    }
}
