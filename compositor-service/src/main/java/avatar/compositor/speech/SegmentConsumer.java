package avatar.compositor.speech;

import avatar.compositor.ownership.Handover;
import avatar.contract.speech.Topics;
import avatar.kit.kafka.OffsetLedger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads segments of speech, as a member of the group of all compositors: the partitions that it is assigned decide
 * which channels run here.
 *
 * <p>A consumer of Kafka's own rather than a channel of SmallRye, because it has to leave the group before the service
 * stops to serve its viewers.
 */
@Singleton
class SegmentConsumer {

    /** The group of the compositors. */
    private static final String GROUP = "compositor-service";

    private static final Duration POLL = Duration.ofMillis(100);

    /** How much is acknowledged too late when the process is killed. */
    private static final long COMMIT_NANOS = Duration.ofMillis(250).toNanos();

    /** As long as a consumer may be busy with other things until the service counts as dead. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);

    /**
     * Speech of a partition in memory: a minute each of thirty channels. tts-service makes no more than that ahead, but
     * all of it may be read at once after this service was away.
     */
    private static final long MOST_BYTES = 64 << 20;

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(3);
    private static final long RETRY_MILLIS = 500;

    private final Map<String, Object> settings;
    private final SegmentListener listener;
    private final Handover handover;
    private final MeterRegistry metrics;
    private final OffsetLedger offsets = new OffsetLedger();
    private final SegmentBacklog backlog = new SegmentBacklog(MOST_BYTES);
    private final CountDownLatch assigned = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("speech-segments").unstarted(this::run);

    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable String loggedTrouble;
    private volatile boolean isLeaving;
    private volatile long polledNanos = System.nanoTime();

    SegmentConsumer(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            SegmentListener listener,
            Handover handover,
            MeterRegistry metrics,
            SegmentConfig config) {
        this.listener = listener;
        this.handover = handover;
        this.metrics = metrics;
        this.settings = settings(broker, config);
    }

    private static Map<String, Object> settings(Map<String, Object> broker, SegmentConfig config) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Only the channels that move stop.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.sessionTimeout().toMillis()));
        // By its heartbeats a member learns that another has left.
        settings.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                Math.toIntExact(config.heartbeat().toMillis()));
        // A segment may be a megabyte: with the default of 500 records, a backlog would fill the heap.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10);
        return settings;
    }

    void start() {
        thread.start();
    }

    /** Waits until Kafka has assigned partitions, be it none, and returns whether it has in time. */
    boolean awaitAssignment(Duration timeout) {
        try {
            return assigned.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether it works, or waits for Kafka. */
    boolean isAlive() {
        return thread.isAlive() && System.nanoTime() - polledNanos < LONGEST_SILENCE.toNanos();
    }

    /** Hands all channels over, and leaves the group at once, so that nobody waits for the session to end. */
    void leave() {
        isLeaving = true;
        synchronized (this) {
            if (consumer != null) {
                consumer.wakeup();
            }
        }
        try {
            thread.join(LEAVE_TIMEOUT.plusSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isLeaving) {
            try (KafkaConsumer<String, byte[]> opened =
                            new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
                    KafkaClientMetrics measured = new KafkaClientMetrics(opened)) {
                synchronized (this) {
                    consumer = opened;
                }
                measured.bindTo(metrics);
                consume(opened);
            } catch (WakeupException e) {
                // It leaves.
            } catch (KafkaException e) {
                warn(e);
                pause();
            } catch (RuntimeException e) {
                Log.error("Segments can't be consumed, tried again", e);
                pause();
            }
        }
    }

    private void consume(KafkaConsumer<String, byte[]> opened) {
        int count = requirePartitions(opened);
        handover.prepare();
        opened.subscribe(Set.of(Topics.SPEECH_SEGMENTS), new Assignment(opened, count));
        long committedNanos = System.nanoTime();
        while (!isLeaving) {
            polledNanos = System.nanoTime();
            for (ConsumerRecord<String, byte[]> message : opened.poll(POLL)) {
                handle(message);
            }
            backlog.regulate(opened);
            loggedTrouble = null;
            if (System.nanoTime() - committedNanos >= COMMIT_NANOS) {
                committedNanos = System.nanoTime();
                commit(opened);
                handover.defend(numbers(opened.assignment()));
            }
        }
    }

    private void commit(KafkaConsumer<String, byte[]> opened) {
        Map<TopicPartition, OffsetAndMetadata> finished = offsets.toCommit();
        if (!finished.isEmpty()) {
            opened.commitAsync(finished, (_, failure) -> {
                if (failure == null) {
                    offsets.committed(finished);
                }
            });
        }
    }

    private void handle(ConsumerRecord<String, byte[]> message) {
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        offsets.taken(partition, message.offset());
        Runnable released = backlog.add(partition, Math.max(0, message.serializedValueSize()));
        var _ = listener.handle(message).whenComplete((_, failure) -> {
            if (failure != null) {
                Log.errorf(failure, "Segment not handled offset=%d", message.offset());
            }
            released.run();
            offsets.done(partition, message.offset());
        });
    }

    /** Number of partitions of every topic that is keyed by channel, which has to be the same. */
    private static int requirePartitions(KafkaConsumer<String, byte[]> opened) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String topic : Topics.BY_CHANNEL) {
            counts.put(topic, opened.partitionsFor(topic, ANSWER_TIMEOUT).size());
        }
        Set<Integer> different = Set.copyOf(counts.values());
        if (different.size() != 1 || different.contains(0)) {
            throw new KafkaException("The topics that are keyed by channel must exist and have the same number of"
                    + " partitions; found %s".formatted(counts));
        }
        return different.iterator().next();
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /** Logs one line for each reason, not for each attempt. */
    private void warn(KafkaException failure) {
        Throwable cause = failure.getCause();
        String trouble = String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
        if (!trouble.equals(loggedTrouble)) {
            loggedTrouble = trouble;
            Log.warnf("Waiting for Kafka error=%s", trouble);
        }
    }

    private void pause() {
        polledNanos = System.nanoTime();
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            isLeaving = true;
        }
    }

    /** Reacts to partitions that come and go; called within {@code poll} and {@code close}. */
    private final class Assignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> opened;
        private final int count;

        Assignment(KafkaConsumer<String, byte[]> opened, int count) {
            this.opened = opened;
            this.count = count;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            handover.gained(numbers(partitions), count, opened.groupMetadata().generationId());
            assigned.countDown();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            handover.released(numbers(partitions));
            try {
                opened.commitSync(offsets.toCommit(), ANSWER_TIMEOUT);
            } catch (WakeupException e) {
                // It leaves; the next owner finds by the progress what was said.
            } catch (KafkaException e) {
                Log.warnf("Offsets not committed error=%s", e.getMessage());
            }
            offsets.forget(partitions);
            backlog.forget(partitions);
        }

        /** They are another member's already. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            handover.released(numbers(partitions));
            offsets.forget(partitions);
            backlog.forget(partitions);
        }
    }
}
