package avatar.tts.status;

import avatar.contract.api.UtteranceStatus;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /api/v1/utterances/{id}}: the status of an utterance. */
@Path("/api/v1/utterances")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class UtteranceResource {

    /** Longer than an event takes from one replica to another. */
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final UtteranceBook book;

    UtteranceResource(UtteranceBook book) {
        this.book = book;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "State and stage times of an utterance")
    public CompletionStage<UtteranceStatus> find(@PathParam("id") String id) {
        return book.await(id, TIMEOUT)
                .thenApply(found -> found.orElseThrow(() -> new AvatarException(
                        ErrorCode.NOT_FOUND,
                        "Unknown utterance '%s': expected one of the latest, older ones are dropped".formatted(id))));
    }
}
