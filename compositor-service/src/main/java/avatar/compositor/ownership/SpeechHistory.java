package avatar.compositor.ownership;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechEvent;
import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.TopicTail;
import avatar.pictures.playback.Continuation;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** What was said on the channels of some partitions before they came here, as the topics have it. */
final class SpeechHistory {

    /** A channel that speaks reports at least twice a second: more than 10 s of 100 of them. */
    private static final int LATEST_PROGRESS = 2_000;

    /** More utterances than can end while the longest queue of speech of one channel is played. */
    private static final int LATEST_EVENTS = 5_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Map<String, SpeechProgress> progress = new HashMap<>();
    private final Map<String, Set<String>> ended = new HashMap<>();

    private SpeechHistory() {}

    /** Reads the latest records; without them all that was not acknowledged is said again. */
    static SpeechHistory of(Map<String, Object> broker, Set<Integer> partitions) {
        Map<TopicPartition, Integer> wanted = new HashMap<>();
        for (int partition : partitions) {
            wanted.put(new TopicPartition(Topics.SPEECH_PROGRESS, partition), LATEST_PROGRESS);
            wanted.put(new TopicPartition(Topics.SPEECH_EVENTS, partition), LATEST_EVENTS);
        }
        SpeechHistory history = new SpeechHistory();
        if (wanted.isEmpty()) {
            return history;
        }
        try {
            TopicTail.read(broker, wanted, TIMEOUT).forEach(history::add);
        } catch (KafkaException e) {
            Log.warnf("What was said before is unknown, some of it is said again error=%s", e.getMessage());
        }
        return history;
    }

    /** What was said on a channel. */
    Continuation of(String channel) {
        return new Continuation(ended.getOrDefault(channel, Set.of()), progress.get(channel));
    }

    private void add(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return;
        }
        try {
            if (message.topic().equals(Topics.SPEECH_PROGRESS)) {
                progress.put(message.key(), SpeechProgress.fromBytes(message.value()));
            } else {
                add(SpeechEvent.fromBytes(message.value()));
            }
        } catch (AvatarException e) {
            Log.debugf("Record of earlier speech skipped error=%s", e.getMessage());
        }
    }

    private void add(SpeechEvent event) {
        if (event.state().isFinal()) {
            ended.computeIfAbsent(event.channel(), _ -> new HashSet<>()).add(event.utteranceId());
        }
    }
}
