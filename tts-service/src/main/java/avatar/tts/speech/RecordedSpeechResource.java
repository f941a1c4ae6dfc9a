package avatar.tts.speech;

import avatar.contract.api.AcceptedUtterance;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.speech.narration.SpeechRules;
import avatar.speech.voices.Voices;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/channels/{channel}/speech} with a form: speaks a recording on a channel. */
@Path("/api/v1/channels/{channel}/speech")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RunOnVirtualThread
public class RecordedSpeechResource {

    private final SpeechRules rules;
    private final Voices voices;
    private final UtteranceIds ids;
    private final Uploads uploads;
    private final SpeechIntake intake;
    private final InstantSource clock;

    RecordedSpeechResource(
            SpeechRules rules,
            Voices voices,
            UtteranceIds ids,
            Uploads uploads,
            SpeechIntake intake,
            InstantSource clock) {
        this.rules = rules;
        this.voices = voices;
        this.ids = ids;
        this.uploads = uploads;
        this.intake = intake;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Speaks a text; newest wins unless the mode is 'enqueue'",
            description = "As JSON: a voice speaks it. As a form: it is a recording. text: the spoken text. audio:"
                    + " a WAV, MP3 or OGG file. language: BCP 47, that of the default voice if absent. mode: replace or"
                    + " enqueue. maxWait: seconds.")
    public RestResponse<AcceptedUtterance> speak(
            @PathParam("channel") String channel,
            @RestForm @Nullable String text,
            @RestForm @Nullable FileUpload audio,
            @RestForm @Nullable String language,
            @RestForm @Nullable String mode,
            @RestForm @Nullable String maxWait,
            @HeaderParam(UtteranceIds.HEADER) @Nullable String key) {
        Channels.requireValid(channel);
        if (text == null || text.isBlank() || audio == null) {
            String missing = text == null || text.isBlank() ? "text" : "audio";
            throw invalid("Expected a form with text and audio, found no %s".formatted(missing));
        }
        String spoken = language == null || language.isBlank() ? voices.defaultLanguage() : language;
        SpeechRequest request = SpeechRequest.of(
                        ids.of(channel, key), channel, text, SpeechRequest.RECORDED, mode(mode), clock.instant())
                .within(wait(maxWait));
        rules.recordable(text, spoken);
        return uploads.read(audio, file -> intake.accept(request.withRecording(ByteBuffer.wrap(file), spoken)));
    }

    private static SpeechMode mode(@Nullable String mode) {
        return switch (mode) {
            case null -> SpeechMode.REPLACE;
            case "", "replace" -> SpeechMode.REPLACE;
            case "enqueue" -> SpeechMode.ENQUEUE;
            default -> throw invalid("Field 'mode' must be 'replace' or 'enqueue', found another");
        };
    }

    private static @Nullable Duration wait(@Nullable String seconds) {
        if (seconds == null || seconds.isBlank()) {
            return null;
        }
        try {
            return SpeechOrder.wait(Double.parseDouble(seconds));
        } catch (NumberFormatException e) {
            throw invalid("Field 'maxWait' must be seconds as a number, found another text");
        }
    }

    private static AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_REQUEST, detail);
    }
}
