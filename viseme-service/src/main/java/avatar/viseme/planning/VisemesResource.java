package avatar.viseme.planning;

import avatar.contract.viseme.Viseme;
import avatar.phonetics.sound.PhonemeTable;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /api/v1/visemes}: the inventory, in its order. */
@Path("/api/v1/visemes")
@Produces(MediaType.APPLICATION_JSON)
public class VisemesResource {

    private static final List<ListedViseme> INVENTORY = PhonemeTable.phonemes().entrySet().stream()
            .map(entry -> new ListedViseme(entry.getKey(), entry.getValue()))
            .toList();

    @GET
    @Operation(summary = "The visemes, each with the phonemes that show it")
    public List<ListedViseme> list() {
        return INVENTORY;
    }

    /**
     * A viseme and its sounds.
     *
     * @param phonemes ARPAbet without stress
     */
    public record ListedViseme(Viseme viseme, List<String> phonemes) {}
}
