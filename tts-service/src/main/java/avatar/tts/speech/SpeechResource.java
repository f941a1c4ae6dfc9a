package avatar.tts.speech;

import avatar.contract.api.AcceptedUtterance;
import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.speech.narration.SpeechRules;
import avatar.speech.voices.Voices;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/channels/{channel}/speech}: speaks a text on a channel, or stops it; answers when Kafka has stored
 * the request.
 */
@Path("/api/v1/channels/{channel}/speech")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SpeechResource {

    private final SpeechRules rules;
    private final Voices voices;
    private final UtteranceIds ids;
    private final SpeechIntake intake;
    private final InstantSource clock;

    SpeechResource(SpeechRules rules, Voices voices, UtteranceIds ids, SpeechIntake intake, InstantSource clock) {
        this.rules = rules;
        this.voices = voices;
        this.ids = ids;
        this.intake = intake;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Speaks a text; newest wins unless the mode is 'enqueue'")
    public RestResponse<AcceptedUtterance> speak(
            @PathParam("channel") String channel,
            @HeaderParam(UtteranceIds.HEADER) @Nullable String key,
            @RequestBody(content = @Content(schema = @Schema(implementation = SpeechOrder.class))) byte[] body) {
        Channels.requireValid(channel);
        SpeechOrder order = SpeechOrder.fromJson(body);
        String voice = Objects.requireNonNullElse(order.voice(), voices.defaultVoice());
        SpeechRequest request = SpeechRequest.of(
                        ids.of(channel, key), channel, order.text(), voice, order.mode(), clock.instant())
                .withManner(order.rate(), order.pitch(), order.ssml())
                .within(order.maxWait());
        return intake.accept(request.withPassages(rules.speakable(request)));
    }

    @DELETE
    @Operation(summary = "Stops speaking and drops queued utterances")
    public RestResponse<Void> stop(@PathParam("channel") String channel) {
        Channels.requireValid(channel);
        intake.stop(SpeechRequest.of(
                ids.of(channel, null), channel, "", voices.defaultVoice(), SpeechMode.STOP, clock.instant()));
        return RestResponse.accepted();
    }
}
