package avatar.contract.channel;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChannelRecordsTest {

    private static final ChannelRecord CHANNEL =
            new ChannelRecord("default", Instant.parse("2026-01-02T03:04:05.678Z"), "compositor-1");
    private static final ChannelOwner OWNER = new ChannelOwner(URI.create("http://10.0.0.7:8083"), "compositor-1", 12);

    @Test
    void channelMatchesTheSample() throws IOException {
        assertThat(tree(CHANNEL.toBytes())).isEqualTo(tree(sample("channel.json")));
        assertThat(ChannelRecord.fromBytes(sample("channel.json"))).isEqualTo(CHANNEL);
    }

    @Test
    void ownerMatchesTheSample() throws IOException {
        assertThat(tree(OWNER.toBytes())).isEqualTo(tree(sample("channel-owner.json")));
        assertThat(ChannelOwner.fromBytes(sample("channel-owner.json"))).isEqualTo(OWNER);
    }

    @Test
    void onlyAnOwnerOfALaterEpochSucceeds() {
        ChannelOwner next = new ChannelOwner(URI.create("http://10.0.0.8:8083"), "compositor-2", 13);

        assertThat(next.succeeds(OWNER)).isTrue();
        assertThat(OWNER.succeeds(next)).isFalse();
        assertThat(new ChannelOwner(next.url(), "compositor-3", 12).succeeds(OWNER))
                .isFalse();
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return Json.mapper().readTree(json);
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream sample = ChannelRecordsTest.class.getResourceAsStream("/samples/" + name)) {
            return Objects.requireNonNull(sample, name).readAllBytes();
        }
    }
}
