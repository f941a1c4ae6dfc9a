package avatar.tts.speech;

import avatar.contract.json.JsonFields;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST .../speech}.
 *
 * @param voice null: the default voice
 * @param pitch of the voice; a voice that can't change it keeps its own
 * @param ssml whether the text is SSML
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
        SpeechMode mode) {

    /**
     * Reads a body; unknown fields are ignored.
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
                        .orElse(SpeechMode.REPLACE));
    }

    private static boolean isMode(JsonNode value) {
        return value.isTextual()
                && (value.asText().equals(SpeechMode.REPLACE.label())
                        || value.asText().equals(SpeechMode.ENQUEUE.label()));
    }

    private static Optional<JsonNode> field(
            JsonNode order, String name, String expected, Predicate<JsonNode> isExpected) {
        JsonNode value = order.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!isExpected.test(value)) {
            throw unreadable("Field '%s' must be %s, found %s".formatted(name, expected, shortened(value.toString())));
        }
        return Optional.of(value);
    }

    private static JsonNode tree(byte[] body) {
        try {
            return READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AvatarException(ErrorCode.INVALID_REQUEST, "Not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AvatarException unreadable(String detail) {
        return new AvatarException(ErrorCode.INVALID_REQUEST, shortened(detail));
    }

    /** A caller's value, shortened for a message. */
    private static String shortened(String words) {
        int longest = 200;
        return words.length() <= longest ? words : words.substring(0, longest) + "…";
    }
}
