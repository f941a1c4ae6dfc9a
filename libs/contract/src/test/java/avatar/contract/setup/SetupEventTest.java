package avatar.contract.setup;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SetupEventTest {

    @Test
    void eventMatchesTheSample() throws IOException {
        SetupEvent event = new SetupEvent(
                SetupEvent.SCHEMA_VERSION,
                "0199f1c2-7c00-7000-8000-000000000002",
                "receptionist",
                SetupState.RUNNING,
                "Following the face",
                42,
                3.5,
                null,
                null,
                Instant.parse("2026-01-02T03:04:05.678Z"));

        assertThat(tree(event.toBytes())).isEqualTo(tree(sample()));
        assertThat(SetupEvent.fromBytes(sample())).isEqualTo(event);
    }

    @Test
    void eventOfTheFirstVersionHasNoSetup() throws IOException {
        ObjectNode older = ((ObjectNode) tree(sample())).without(List.of("setup", "code"));

        SetupEvent event = SetupEvent.fromBytes(Json.write(older));

        assertThat(event.setup()).isNull();
        assertThat(event.code()).isNull();
        assertThat(event.avatar()).isEqualTo("receptionist");
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return Json.mapper().readTree(json);
    }

    private static byte[] sample() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SetupEventTest.class.getResourceAsStream("/samples/setup-event.json"))) {
            return in.readAllBytes();
        }
    }
}
