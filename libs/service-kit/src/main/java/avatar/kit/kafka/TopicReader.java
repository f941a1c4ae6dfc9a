package avatar.kit.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics from their first record and follows them, without a consumer group: every process reads all of it, and
 * nothing is committed. Waits for Kafka as long as it takes.
 */
public final class TopicReader implements AutoCloseable {

    /** Handles the records of a topic, one at a time. Records it can't use are its own concern. */
    @FunctionalInterface
    public interface Handler {
        void handle(ConsumerRecord<String, byte[]> message);
    }

    private static final System.Logger LOG = System.getLogger(TopicReader.class.getName());
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final long RETRY_MILLIS = 500;

    private final Map<String, Object> settings;
    private final Map<String, Handler> handlers;
    private final Consumer<Map<String, Integer>> onPartitions;
    private final Queue<Waiting> asked = new ConcurrentLinkedQueue<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Thread thread;

    private @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile boolean isClosed;
    private @Nullable String loggedTrouble;

    /** A caller that waits for the records that were there when it asked. */
    private static final class Waiting {

        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private @Nullable Map<TopicPartition, Long> ends;
    }

    /**
     * Starts to read.
     *
     * @param broker {@code bootstrap.servers} and other settings of the connection
     * @param name of the thread
     * @param handlers of the records, by topic; called on the reader's thread
     * @param onPartitions receives the number of partitions of each topic, before its first record is handled
     */
    public TopicReader(
            Map<String, Object> broker,
            String name,
            Map<String, Handler> handlers,
            Consumer<Map<String, Integer>> onPartitions) {
        this.settings = new HashMap<>(broker);
        this.settings.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.CLIENT_ID_CONFIG));
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.handlers = Map.copyOf(handlers);
        this.onPartitions = onPartitions;
        this.thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Completes when every record that was written before this call has been handled. */
    public CompletionStage<Void> caughtUp() {
        Waiting caller = new Waiting();
        asked.add(caller);
        wake();
        return caller.reached.minimalCompletionStage();
    }

    @Override
    public void close() {
        isClosed = true;
        wake();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void wake() {
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void run() {
        while (!isClosed) {
            try (KafkaConsumer<String, byte[]> opened =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                synchronized (this) {
                    consumer = opened;
                }
                follow(opened);
            } catch (WakeupException e) {
                // A caller waits, or the reader is closed.
            } catch (RuntimeException e) {
                warn(e);
                pause();
            } finally {
                synchronized (this) {
                    consumer = null;
                }
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> opened) {
        List<TopicPartition> partitions = partitions(opened);
        opened.assign(partitions);
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition);
            if (position == null) {
                opened.seekToBeginning(List.of(partition));
            } else {
                opened.seek(partition, position);
            }
        }
        waiting.forEach(caller -> caller.ends = null);
        while (!isClosed) {
            try {
                serve(opened);
                for (ConsumerRecord<String, byte[]> message : opened.poll(POLL)) {
                    handle(message);
                }
                loggedTrouble = null;
            } catch (WakeupException e) {
                // A caller waits, or the reader is closed.
            }
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> opened) {
        Map<String, Integer> counts = new HashMap<>();
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : handlers.keySet()) {
            int count = opened.partitionsFor(topic, ANSWER_TIMEOUT).size();
            if (count == 0) {
                throw new KafkaException("topic '%s' does not exist".formatted(topic));
            }
            counts.put(topic, count);
            for (int partition = 0; partition < count; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
        onPartitions.accept(counts);
        return partitions;
    }

    private void handle(ConsumerRecord<String, byte[]> message) {
        positions.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
        Handler handler = handlers.get(message.topic());
        if (handler == null) {
            return;
        }
        try {
            handler.handle(message);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Record skipped topic=%s partition=%d offset=%d error=%s"
                            .formatted(message.topic(), message.partition(), message.offset(), e.getMessage()));
        }
    }

    /** Completes the callers whose records have been handled. */
    private void serve(KafkaConsumer<String, byte[]> opened) {
        for (Waiting caller = asked.poll(); caller != null; caller = asked.poll()) {
            waiting.add(caller);
        }
        if (waiting.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = null;
        for (Waiting caller : waiting) {
            if (caller.ends == null) {
                ends = ends == null ? opened.endOffsets(opened.assignment(), ANSWER_TIMEOUT) : ends;
                caller.ends = ends;
            }
        }
        waiting.removeIf(caller -> {
            Map<TopicPartition, Long> wanted = caller.ends;
            boolean isReached = wanted != null
                    && wanted.entrySet().stream()
                            .allMatch(end -> opened.position(end.getKey(), ANSWER_TIMEOUT) >= end.getValue());
            if (isReached) {
                caller.reached.complete(null);
            }
            return isReached;
        });
    }

    /** Logs one line for each reason, not for each attempt. */
    private void warn(RuntimeException failure) {
        Throwable cause = failure.getCause();
        String trouble = String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
        if (!trouble.equals(loggedTrouble)) {
            loggedTrouble = trouble;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Waiting for Kafka topics=%s broker=%s error=%s"
                            .formatted(
                                    handlers.keySet(), settings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG), trouble));
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            isClosed = true;
        }
    }
}
