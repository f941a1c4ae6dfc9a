package avatar.contract.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SetupRequestTest {

    private static final String SETUP = "0199f1c2-7c00-7000-8000-000000000002";
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void requestMatchesTheSample() throws IOException {
        SetupRequest request = new SetupRequest(
                SetupRequest.SCHEMA_VERSION,
                SETUP,
                SetupAction.MAKE,
                "receptionist",
                SetupRequest.sourceOf(SETUP, "receptionist.mp4"),
                "Receptionist!.mp4",
                SetupRequest.MIDDLE_FRAME,
                null,
                "harvest",
                true,
                false,
                AT);

        assertThat(tree(request.toBytes())).isEqualTo(tree(sample("setup-request.json")));
        assertThat(SetupRequest.fromBytes(sample("setup-request.json"))).isEqualTo(request);
    }

    @Test
    void cancellationMatchesTheSample() throws IOException {
        SetupRequest cancel = SetupRequest.cancel(SETUP, "receptionist", AT);

        assertThat(tree(cancel.toBytes())).isEqualTo(tree(sample("setup-cancellation.json")));
        assertThat(SetupRequest.fromBytes(sample("setup-cancellation.json"))).isEqualTo(cancel);
    }

    @Test
    void uploadHasItsOwnFolderBesideTheBundles() {
        Path avatars = Path.of("avatars");

        assertThat(avatars.resolve(SetupRequest.sourceOf(SETUP, "a.mp4")))
                .hasParentRaw(SetupRequest.uploadsIn(avatars).resolve(SETUP));
    }

    @Test
    void unknownActionIsNamed() {
        assertThatThrownBy(() -> SetupRequest.fromBytes("{\"action\": \"sell\"}".getBytes(UTF_8)))
                .isInstanceOf(AvatarException.class)
                .hasMessageContaining("SetupRequest")
                .hasMessageContaining("SELL");
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return Json.mapper().readTree(json);
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SetupRequestTest.class.getResourceAsStream("/samples/" + name))) {
            return in.readAllBytes();
        }
    }
}
