package avatar.viseme.timelines;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.TimelineRequest;
import avatar.contract.viseme.VisemeTimeline;
import avatar.lips.planning.VisemePlanner;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/timelines}: timed phonemes in, timeline out. Nothing is stored. */
@Path("/api/v1/timelines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TimelineResource {

    private static final ObjectReader READER = Json.mapper()
            .readerFor(TimelineRequest.class)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @POST
    @Operation(summary = "Plans the mouth movement that goes with timed phonemes")
    public VisemeTimeline plan(
            @RequestBody(content = @Content(schema = @Schema(implementation = TimelineRequest.class))) byte[] body) {
        return VisemePlanner.plan(read(body));
    }

    private static TimelineRequest read(byte[] body) {
        try {
            TimelineRequest request = READER.readValue(body);
            if (request == null) {
                throw unreadable("found null", null);
            }
            return request;
        } catch (ValueInstantiationException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new AvatarException(ErrorCode.INVALID_TIMELINE, refused.getMessage(), e);
            }
            throw unreadable("found null in the list of phonemes", e);
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AvatarException unreadable(String found, @Nullable Exception cause) {
        return new AvatarException(
                ErrorCode.INVALID_REQUEST,
                "Expected {\"duration\": seconds, \"phonemes\": [{\"symbol\", \"start\", \"end\"}, ...]}: " + found,
                cause);
    }
}
