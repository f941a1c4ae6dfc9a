package avatar.system;

import avatar.contract.channel.ChannelOwner;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the topics say of channels and their speech. */
final class SpokenRecords {

    private SpokenRecords() {}

    /** The compositors that run channels now. */
    static Set<String> owners(String bootstrapServers) {
        Map<String, ChannelOwner> owners = new HashMap<>();
        TopicRecords.keyed(bootstrapServers, Topics.CHANNEL_OWNERS)
                .forEach((partition, value) -> owners.put(partition, ChannelOwner.fromBytes(value)));
        return owners.values().stream().map(ChannelOwner::instance).collect(Collectors.toSet());
    }

    /** Seconds of each segment, by its index, of every utterance. */
    static Map<String, Map<Integer, Double>> lengthsOfSegments(String bootstrapServers) {
        Map<String, Map<Integer, Double>> lengths = new HashMap<>();
        for (byte[] value : TopicRecords.of(bootstrapServers, Topics.SPEECH_SEGMENTS)) {
            SpeechSegment segment = SpeechSegment.fromBytes(value);
            lengths.computeIfAbsent(segment.utteranceId(), _ -> new HashMap<>())
                    .put(segment.index(), segment.duration().toNanos() / 1e9);
        }
        return lengths;
    }

    /** How many final states of each utterance were published. */
    static Map<String, Integer> finalStates(String bootstrapServers, List<String> utterances) {
        Map<String, Integer> counts = new HashMap<>();
        utterances.forEach(id -> counts.put(id, 0));
        for (byte[] value : TopicRecords.of(bootstrapServers, Topics.SPEECH_EVENTS)) {
            SpeechEvent event = SpeechEvent.fromBytes(value);
            if (event.state().isFinal()) {
                counts.computeIfPresent(event.utteranceId(), (_, count) -> count + 1);
            }
        }
        return counts;
    }
}
