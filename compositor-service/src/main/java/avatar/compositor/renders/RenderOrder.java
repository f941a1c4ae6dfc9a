package avatar.compositor.renders;

import avatar.contract.json.Json;
import avatar.contract.json.JsonFields;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request for a render.
 *
 * @param text to be spoken; null if {@code utterance} is not
 * @param utterance id of one that was spoken; null if {@code text} is not
 * @param voicing fields for tts-service beside the text, as the caller wrote them: voice, rate, pitch, ssml
 * @param avatar null for the default one, or the one that spoke the utterance
 */
record RenderOrder(
        @Nullable String text,
        @Nullable String utterance,
        Map<String, JsonNode> voicing,
        @Nullable String avatar,
        RenderSettings settings) {

    private static final List<String> VOICING = List.of("voice", "rate", "pitch", "ssml");
    private static final String FORMATS = "'mp4' or 'webm'";

    /** Far beyond every limit, so that seconds are refused by it rather than overflow. */
    private static final double MAX_SECONDS = 1e6;

    RenderOrder {
        voicing = Map.copyOf(voicing);
    }

    /**
     * Reads the body of a request; unknown fields are ignored.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_REQUEST} or {@link ErrorCode#INVALID_RENDER}
     */
    static RenderOrder parse(byte[] body) {
        JsonFields fields = JsonFields.of(body);
        Optional<String> text = fields.text("text");
        Optional<String> utterance = fields.text("utterance");
        if (text.isPresent() == utterance.isPresent()) {
            throw JsonFields.invalid("Expected either a 'text' or an 'utterance', found %s"
                    .formatted(text.isPresent() ? "both" : "neither"));
        }
        return new RenderOrder(
                text.orElse(null),
                utterance.orElse(null),
                voicing(fields),
                fields.text("avatar").orElse(null),
                settings(fields));
    }

    private static Map<String, JsonNode> voicing(JsonFields fields) {
        Map<String, JsonNode> voicing = new LinkedHashMap<>();
        for (String name : VOICING) {
            fields.any(name).ifPresent(value -> voicing.put(name, value));
        }
        return voicing;
    }

    private static RenderSettings settings(JsonFields fields) {
        return new RenderSettings(
                fields.choice(
                                "format",
                                FORMATS,
                                name -> RenderFormat.named(name).isPresent())
                        .flatMap(RenderFormat::named)
                        .orElse(RenderFormat.MP4),
                fields.number("fps").orElse(null),
                fields.integer("width").orElse(null),
                lead(fields, "leadIn", RenderSettings.DEFAULT_LEAD_IN),
                lead(fields, "leadOut", RenderSettings.DEFAULT_LEAD_OUT));
    }

    private static Duration lead(JsonFields fields, String name, Duration usual) {
        return fields.number(name, "seconds as a number")
                .map(seconds -> Duration.ofNanos(Math.round(Math.clamp(seconds, -MAX_SECONDS, MAX_SECONDS) * 1e9)))
                .orElse(usual);
    }

    /** The characters of the text that are spoken, about: without the tags of SSML. */
    double characters() {
        return String.valueOf(text).replaceAll("<[^>]*>", "").length();
    }

    /** The request to tts-service that speaks the text. */
    byte[] synthesis() {
        Map<String, Object> request = new LinkedHashMap<>(voicing);
        request.put("text", String.valueOf(text));
        return Json.write(request);
    }
}
