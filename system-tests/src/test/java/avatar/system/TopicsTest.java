package avatar.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.json.Json;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kcat sees on the topics is what {@code docs/asyncapi.yaml} says. */
@ExtendWith(RunningSystem.Extension.class)
class TopicsTest {

    private final RunningSystem system;
    private final Api api;
    private final JsonNode description;

    TopicsTest(RunningSystem system) throws IOException {
        this.system = system;
        this.api = new Api(system);
        this.description = new YAMLMapper()
                .readTree(RunningSystem.ROOT.resolve("docs/asyncapi.yaml").toFile());
    }

    @Test
    void everyTopicIsDescribed() {
        List<String> addresses = StreamSupport.stream(
                        description.path("channels").spliterator(), false)
                .map(channel -> channel.path("address").asText())
                .toList();

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "speech-request, SpeechRequest",
        "speech-segment-header, SpeechSegment",
        "speech-event, SpeechEvent",
        "speech-progress, SpeechProgress",
        "channel, ChannelRecord",
        "channel-owner, ChannelOwner",
        "setup-request, SetupRequest",
        "setup-cancellation, SetupRequest",
        "setup-event, SetupEvent"
    })
    void samplesOfTheContractAreAsDescribed(String sample, String schema) throws Exception {
        Path file = RunningSystem.ROOT.resolve("libs/contract/src/test/resources/samples/" + sample + ".json");

        assertValid(List.of(Json.mapper().readTree(file.toFile())), schema);
    }

    @Test
    void recordsAreAsDescribed() throws Exception {
        String utterance = api.say("Hello there, topic.");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.stateOf(utterance)).isEqualTo("done"));

        List<JsonNode> requests = lines(Topics.SPEECH_REQUESTS);
        List<JsonNode> events = lines(Topics.SPEECH_EVENTS);

        assertValid(requests, "SpeechRequest");
        assertValid(events, "SpeechEvent");
        assertThat(requests)
                .extracting(record -> record.path("utteranceId").asText())
                .contains(utterance);
        assertThat(events)
                .filteredOn(record -> record.path("utteranceId").asText().equals(utterance))
                .extracting(record -> record.path("state").asText())
                .contains("accepted", "synthesizing", "speaking", "done");
    }

    @Test
    void segmentIsALineOfJsonAndSound() throws Exception {
        String utterance = api.say("One clause.");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(api.stateOf(utterance)).isEqualTo("done"));

        byte[] value = last(Topics.SPEECH_SEGMENTS, utterance);

        int lineEnd = new String(value, UTF_8).indexOf('\n');
        assertValid(List.of(Json.mapper().readTree(value, 0, lineEnd)), "SpeechSegment");
        SpeechSegment segment = SpeechSegment.fromBytes(value);
        assertThat(segment.duration()).isEqualTo(segment.timeline().duration()).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void keyIsTheChannel() throws Exception {
        api.say("A key.");

        List<String> records = new String(kcat(Topics.SPEECH_REQUESTS, "%k %s\n"), ISO_8859_1)
                .lines()
                .filter(line -> line.contains(" {\"")) // others are of a recording
                .toList();

        assertThat(records).isNotEmpty().allSatisfy(record -> {
            int keyEnd = record.indexOf(' ');
            JsonNode request = Json.mapper().readTree(record.substring(keyEnd));
            assertThat(record.substring(0, keyEnd))
                    .isEqualTo(request.path("channel").asText());
        });
    }

    /** The JSON of each record, without the recording that may follow it. */
    private List<JsonNode> lines(String topic) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (byte[] value : values(topic)) {
            int lineEnd = new String(value, ISO_8859_1).indexOf('\n');
            lines.add(Json.mapper().readTree(value, 0, lineEnd < 0 ? value.length : lineEnd));
        }
        return lines;
    }

    private byte[] last(String topic, String utterance) throws Exception {
        return values(topic).reversed().stream()
                .filter(value -> new String(value, UTF_8).contains(utterance))
                .findFirst()
                .orElseThrow();
    }

    /** kcat prints each record's length before it, since sound may contain anything. */
    private List<byte[]> values(String topic) throws Exception {
        byte[] all = kcat(topic, "%S\n%s");
        List<byte[]> values = new ArrayList<>();
        int at = 0;
        while (at < all.length) {
            int lineEnd = at;
            while (all[lineEnd] != '\n') {
                lineEnd++;
            }
            int length = Integer.parseInt(new String(all, at, lineEnd - at, UTF_8));
            at = lineEnd + 1 + length;
            values.add(Arrays.copyOfRange(all, lineEnd + 1, at));
        }
        return values;
    }

    private byte[] kcat(String topic, String format) throws Exception {
        return Tools.run(30, "kcat", "-C", "-b", system.bootstrapServers(), "-t", topic, "-e", "-q", "-f", format);
    }

    private void assertValid(List<JsonNode> records, String schema) {
        JsonSchema validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(((com.fasterxml.jackson.databind.node.ObjectNode) description.deepCopy())
                        .put("$ref", "#/components/schemas/" + schema));
        assertThat(records).isNotEmpty();
        for (JsonNode record : records) {
            assertThat(validator.validate(record)).as("%s", record).isEmpty();
        }
    }
}
