package avatar.bench.load;

import avatar.bench.command.BenchException;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.Topics;
import avatar.contract.viseme.Cue;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Lets channels speak without the cost of a voice: segments of silence whose mouth changes to another of the 22 visemes
 * about twelve times a second, as in lively speech, in a different order on every channel.
 */
final class Speakers implements AutoCloseable {

    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final int SEGMENT_SECONDS = 5;
    private static final int SHORTEST_CUE_MILLIS = 50;
    private static final int LONGEST_CUE_MILLIS = 120;

    private static final List<Viseme> VISEMES = List.of(Viseme.values());

    /** The Kafka client would log all its settings; the field keeps its logger from garbage collection. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final KafkaProducer<String, byte[]> producer;

    /** @param broker host and port */
    Speakers(String broker) {
        KAFKA.setLevel(Level.WARNING);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "max.block.ms", 10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Lets a channel speak from now on for at least that time.
     *
     * @throws BenchException if Kafka does not accept it
     */
    void speak(String channel, int seconds) {
        int segments = Math.ceilDiv(seconds, SEGMENT_SECONDS);
        Random random = new Random(channel.hashCode());
        String id = UUID.randomUUID().toString();
        try {
            for (int i = 0; i < segments; i++) {
                SpeechSegment segment = segment(channel, id, i, i == segments - 1, timeline(random));
                var _ = producer.send(new ProducerRecord<>(Topics.SPEECH_SEGMENTS, channel, segment.toBytes()));
            }
            producer.flush();
        } catch (KafkaException e) {
            throw new BenchException("Kafka did not accept speech: " + e.getMessage(), e);
        }
    }

    private static SpeechSegment segment(
            String channel, String id, int index, boolean isLast, VisemeTimeline timeline) {
        return new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                id,
                channel,
                SpeechMode.REPLACE,
                index,
                isLast,
                "bench",
                "",
                Instant.now(),
                SAMPLE_RATE_HZ,
                timeline,
                ByteBuffer.allocate(SEGMENT_SECONDS * SAMPLE_RATE_HZ * 2));
    }

    private static VisemeTimeline timeline(Random random) {
        Duration end = Duration.ofSeconds(SEGMENT_SECONDS);
        List<Cue> cues = new ArrayList<>();
        Duration at = Duration.ZERO;
        while (at.compareTo(end) < 0) {
            Duration next = at.plusMillis(random.nextInt(SHORTEST_CUE_MILLIS, LONGEST_CUE_MILLIS));
            Duration until = next.compareTo(end) < 0 ? next : end;
            cues.add(new Cue(VISEMES.get(random.nextInt(VISEMES.size())), at, until));
            at = until;
        }
        return new VisemeTimeline(end, cues);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
