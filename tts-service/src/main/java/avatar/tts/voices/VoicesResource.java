package avatar.tts.voices;

import avatar.speech.synthesis.Voice;
import avatar.speech.voices.Voices;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /api/v1/voices}: all voices, unavailable ones included. */
@Path("/api/v1/voices")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class VoicesResource {

    private final Voices voices;

    VoicesResource(Voices voices) {
        this.voices = voices;
    }

    @GET
    @Operation(summary = "The voices, each with the reason if it can't speak")
    public List<Voice> list() {
        return voices.list();
    }
}
