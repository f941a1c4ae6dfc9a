package avatar.viseme.inventory;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /api/v1/visemes}: the list of visemes, and a picture of each. */
@Path(VisemesResource.PATH)
public class VisemesResource {

    static final String PATH = "/api/v1/visemes";
    static final String PICTURE = ".jpg";

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The visemes: phonemes, example words and picture of each")
    public List<ListedViseme> list() {
        return ListedViseme.ALL;
    }

    /** The mouth of the default avatar in the shape of {@code viseme}: 120x80. */
    @GET
    @Path("/{viseme}" + PICTURE)
    @Produces("image/jpeg")
    @Operation(summary = "A picture of the mouth")
    public Response picture(@PathParam("viseme") String viseme) throws IOException {
        String label = Arrays.stream(Viseme.values())
                .map(Viseme::label)
                .filter(viseme::equals)
                .findAny()
                .orElseThrow(() -> unknown(viseme));
        try (InputStream in = Objects.requireNonNull(
                VisemesResource.class.getResourceAsStream(label + PICTURE), "the picture of " + label)) {
            return Response.ok(in.readAllBytes())
                    .header("Cache-Control", "public, max-age=86400")
                    .build();
        }
    }

    private static AvatarException unknown(String viseme) {
        return new AvatarException(
                ErrorCode.NOT_FOUND,
                "Unknown viseme: found '%s', expected one of %s"
                        .formatted(
                                viseme,
                                Arrays.stream(Viseme.values())
                                        .map(Viseme::label)
                                        .collect(Collectors.joining(", "))));
    }
}
