package avatar.compositor.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SegmentBacklogTest {

    private static final TopicPartition FIRST = new TopicPartition("speech-segments", 0);
    private static final TopicPartition SECOND = new TopicPartition("speech-segments", 1);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final SegmentBacklog backlog = new SegmentBacklog(100);

    SegmentBacklogTest() {
        consumer.assign(List.of(FIRST, SECOND));
    }

    @Test
    void partitionWithTooMuchSpeechIsNotReadOnUntilHalfOfItIsHeard() {
        Runnable one = backlog.add(FIRST, 60);
        Runnable other = backlog.add(FIRST, 41);
        backlog.regulate(consumer);
        assertThat(consumer.paused()).containsExactly(FIRST);

        other.run();
        backlog.regulate(consumer);
        assertThat(consumer.paused()).containsExactly(FIRST);

        one.run();
        backlog.regulate(consumer);
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void partitionThatCameBackBeginsAnew() {
        Runnable old = backlog.add(FIRST, 200);
        backlog.forget(List.of(FIRST));
        backlog.add(FIRST, 90);

        old.run();
        backlog.add(FIRST, 20);
        backlog.regulate(consumer);

        assertThat(consumer.paused()).containsExactly(FIRST);
    }
}
